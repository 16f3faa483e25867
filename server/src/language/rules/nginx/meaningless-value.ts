import type { NginxDirective } from '../../nginx-conf/directives.ts';
import { soundWhere } from '../../nginx-conf/sound.ts';
import { isTemplated } from '../../nginx-conf/template.ts';
import { lowBits } from '../../nginx-conf/values/low-bits.ts';
import { span } from '../../text/span.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const meaninglessValue: NginxRule = defineRule({
  id: 'nginx/meaningless-value',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Warns about values that nginx takes but leaves out: bits behind the mask of a network, a word or MIME type given twice.',
    why: 'nginx starts with the warning `low address bits of … are meaningless`, `duplicate value` or `duplicate MIME type`.',
    fix: 'Write the network as nginx reads it, or remove the second word.',
    source: 'https://nginx.org/en/docs/http/ngx_http_access_module.html',
  },
  check({ path, conf }, report) {
    for (const { node, entry } of soundWhere(conf, mayBeMeaningless)) {
      const { args } = node.statement;
      if (networks.test(entry.name)) {
        const [word] = args;
        const network = word && !isTemplated(word) ? lowBits(word.value) : undefined;
        if (word && network !== undefined)
          report({
            span: word.span,
            message: `only the first bits of "${word.value}" count: nginx reads ${network}`,
            fixes: [
              {
                title: `Change to "${network}"`,
                edits: [{ path, span: word.span, newText: network }],
                preferred: true,
              },
            ],
          });
      } else {
        const seen = new Set(isTypes(entry.name) ? ['text/html'] : []);
        for (const [index, word] of args.entries()) {
          const value = word.value.toLowerCase();
          const before = args[index - 1]?.span.end ?? node.statement.name.span.end;
          if (seen.has(value))
            report({
              span: word.span,
              message:
                value === 'text/html' && isTypes(entry.name)
                  ? `"text/html" always belongs to "${entry.name}"`
                  : `"${word.value}" is there already`,
              fixes:
                args.length > 1
                  ? [
                      {
                        title: `Remove "${word.value}"`,
                        edits: [{ path, span: span(before, word.span.end), newText: '' }],
                        preferred: true,
                      },
                    ]
                  : [],
            });
          seen.add(value);
        }
      }
    }
  },
});

const networks = /^(?:allow|deny|set_real_ip_from|debug_connection|proxy_protocol_from)$/;

function mayBeMeaningless({ name, module, valueType }: NginxDirective): boolean {
  return (
    module.status === 'core' && (networks.test(name) || valueType === 'enum-set' || isTypes(name))
  );
}

/** They have `text/html` to begin with. */
function isTypes(name: string): boolean {
  return /^(?:gzip|charset|ssi|sub_filter|addition|brotli)_types$/.test(name);
}
