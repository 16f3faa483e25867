import { passParameters } from '../../data/nginx-parameters.extra.ts';
import { statementsNamed } from '../../nginx-conf/statements.ts';
import { closest } from '../../text/closest.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { replaceSpan } from './word-fixes.ts';

export const uwsgiParamName: NginxRule = defineRule({
  id: 'nginx/uwsgi-param-name',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a `uwsgi_param` whose name nearly is one that uWSGI acts on.',
    why: 'nginx sends any name. uWSGI and its FastRouter compare names byte by byte: `UWSGI_FASTROUTER_KEYS` or `Path_Info` is one more variable for the application, and nothing else.',
    fix: 'Take the name that is offered.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Vars.html',
  },
  check(view, report) {
    for (const { statement } of statementsNamed(view.conf, 'uwsgi_param')) {
      const [name] = statement.args;
      if (name === undefined || names.includes(name.value)) continue;
      const meant = meantBy(name.value);
      if (meant === undefined) continue;
      report({
        span: name.span,
        message: `uWSGI does not know ${name.value}; did you mean ${meant}?`,
        fixes: [replaceSpan(view, name.span, meant)],
      });
    }
  },
});

const names: readonly string[] = Object.keys(passParameters);

/** Any name may be the application's own: only those of uWSGI's own prefix may differ by more than how they are written. */
function meantBy(name: string): string | undefined {
  const plain = name.toUpperCase().replaceAll('-', '_');
  const same = names.find((one) => one === plain);
  if (same !== undefined) return same;
  if (!/^u?wsgi_?/i.test(name)) return undefined;
  return closest(
    name,
    names.filter((one) => one.startsWith('UWSGI_')),
  )[0];
}
