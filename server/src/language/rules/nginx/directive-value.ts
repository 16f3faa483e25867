import { soundKinds } from '../../nginx-conf/sound.ts';
import { valueChecks } from '../../nginx-conf/values/value-checks.ts';
import { targetNginx } from '../../nginx-conf/version.ts';
import { defineRule, type Fix, type NginxRule } from '../rule.ts';

export const directiveValue: NginxRule = defineRule({
  id: 'nginx/directive-value',
  scope: 'nginx',
  level: 'error',
  docs: {
    what: 'Reports a value of the wrong kind, a word that a directive does not know, and a parameter that it lacks.',
    why: 'nginx refuses to start or reload with `invalid value`, `invalid parameter`, `invalid number` or the like.',
    fix: 'Write a value of the kind that the message names.',
    source: 'https://nginx.org/en/docs/syntax.html',
  },
  check({ path, conf, around }, report) {
    const version = targetNginx(around);
    for (const { entry, count, nodes } of soundKinds(conf)) {
      const problemsOf = count === 0 ? undefined : valueChecks(entry, version);
      if (problemsOf === undefined) continue;
      for (const { statement } of nodes)
        for (const { word, message, offered = [] } of problemsOf(statement.args)) {
          const fixes = offered.map((newText, index): Fix => ({
            title: `Change to "${newText}"`,
            edits: [{ path, span: word.span, newText }],
            preferred: index === 0,
          }));
          report({ span: word.span, message: `"${entry.name}" ${message}`, fixes });
        }
    }
  },
});
