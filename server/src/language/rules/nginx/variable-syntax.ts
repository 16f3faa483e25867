import { variableUses } from '../../nginx-conf/variable-uses.ts';
import { span } from '../../text/span.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const variableSyntax: NginxRule = defineRule({
  id: 'nginx/variable-syntax',
  scope: 'nginx',
  level: 'error',
  docs: {
    what: 'Reports a `$` that no name follows, and `${` without its `}`, where nginx looks for variables.',
    why: 'nginx refuses to start or reload with `invalid variable name` or `the closing bracket in "…" variable is missing`. Nothing escapes a `$`.',
    fix: 'Complete the name. A dollar sign itself can only come from a variable, e.g. of `geo $dollar { default "$"; }`.',
    source: 'https://nginx.org/en/docs/varindex.html',
  },
  check({ path, text, conf }, report) {
    for (const { kind, name, span: place } of variableUses(conf, text)) {
      if (kind === 'no-bracket')
        report({
          span: place,
          message: `\`}\` is missing behind the variable "${name}"`,
          fixes: [
            {
              title: 'Insert `}`',
              edits: [{ path, span: span(place.end, place.end), newText: '}' }],
              preferred: true,
            },
          ],
        });
      else if (kind === 'no-name')
        report({
          span: place,
          message: 'no variable begins with this `$`, and nginx knows no way to escape it',
        });
    }
  },
});
