import { serverAround, statementsNamed } from '../../nginx-conf/statements.ts';
import { listensOf } from '../../nginx-conf/listens.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { headSpan, replaceSpan } from './word-fixes.ts';

export const hsts: NginxRule = defineRule({
  id: 'nginx/hsts',
  scope: 'nginx',
  level: 'information',
  optional: true,
  docs: {
    what: 'Reports a `Strict-Transport-Security` that browsers forget soon, or that is sent without TLS.',
    why: 'Browsers keep to TLS for `max-age` seconds only; below half a year the header is of little use. Over plain HTTP they ignore it.',
    fix: 'Give it `max-age=31536000`, in the server that speaks TLS.',
    source: 'https://www.rfc-editor.org/rfc/rfc6797#section-7.2',
  },
  check(view, report) {
    const listens = listensOf(view.conf);
    for (const node of statementsNamed(view.conf, 'add_header')) {
      const [name, value] = node.statement.args;
      if (
        name === undefined ||
        value === undefined ||
        !/^strict-transport-security$/i.test(name.value)
      )
        continue;
      const age = /max-age\s*=\s*"?(\d+)/i.exec(value.value);
      // 0 takes an earlier promise back.
      if (age !== null && Number(age[1]) > 0 && Number(age[1]) < halfYear) {
        const raw = view.text.slice(value.span.start, value.span.end);
        report({
          span: value.span,
          message: 'browsers keep to TLS for less than half a year',
          fixes: [
            replaceSpan(view, value.span, raw.replace(/(max-age\s*=\s*"?)\d+/i, '$131536000'), {
              title: 'Change to one year',
            }),
          ],
        });
      }
      const server = serverAround(node);
      const own = listens.filter((listen) => server !== undefined && listen.node.parent === server);
      if (own.length > 0 && own.every(({ ssl, sockets }) => !ssl && !sockets.some(isTlsPort)))
        report({
          span: headSpan(node),
          message:
            'browsers ignore this header over plain HTTP, and this server speaks nothing else',
        });
    }
  },
});

/** 182 days, in seconds. */
const halfYear = 15_724_800;

function isTlsPort(socket: string): boolean {
  return /:(?:8?443)$/.test(socket);
}
