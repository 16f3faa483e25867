import { scopeOf } from '../../nginx-conf/declarations.ts';
import { readRegex } from '../../nginx-conf/regex/read-regex.ts';
import { regexesOf } from '../../nginx-conf/regexes.ts';
import type { NginxDirective } from '../../nginx-conf/directives.ts';
import { soundWhere } from '../../nginx-conf/sound.ts';
import { isTemplated } from '../../nginx-conf/template.ts';
import { builtInVariable, type VariableScope } from '../../nginx-conf/variables.ts';
import { existsIn, targetNginx } from '../../nginx-conf/version.ts';
import type { Word } from '../../nginx/tree.ts';
import { span } from '../../text/span.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const variableDefinition: NginxRule = defineRule({
  id: 'nginx/variable-definition',
  scope: 'nginx',
  level: 'error',
  docs: {
    what: 'Reports a variable that is defined without its `$`, or under the name of one that nginx fills itself.',
    why: 'nginx refuses to start or reload with `invalid variable name` or `the duplicate "…" variable`. Only a few built-in variables, such as `$args` and `$limit_rate`, may be set.',
    fix: 'Write the `$`, or choose a name of your own.',
    source: 'https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#set',
  },
  check({ path, conf, around }, report) {
    const version = targetNginx(around);
    const isTaken = (name: string, scope: VariableScope): boolean => {
      const built = builtInVariable(name, scope);
      return (
        built?.status === 'core' && !built.settable && !built.family && existsIn(built, version)
      );
    };
    const mayDefine = ({ name, module }: NginxDirective) =>
      definers.has(name) && module.status !== 'third-party' && module.status !== 'commercial';
    for (const { node, entry } of soundWhere(conf, mayDefine)) {
      const defined = definers.get(entry.name)?.(node.statement.args) ?? [];
      for (const word of defined) {
        if (isTemplated(word)) continue;
        const { value } = word;
        const at = word.span.start + (word.quote ? 1 : 0);
        if (!value.startsWith('$'))
          report({
            span: word.span,
            message: `"${entry.name}" needs a variable here: "${value}" lacks its \`$\``,
            fixes: /^\w+$/.test(value)
              ? [
                  {
                    title: `Change to "$${value}"`,
                    edits: [{ path, span: span(at, at), newText: '$' }],
                    preferred: true,
                  },
                ]
              : [],
          });
        else if (value === '$')
          report({ span: word.span, message: `the name of the variable is missing behind \`$\`` });
        else if (word === defined.at(-1) && isTaken(value.slice(1), scopeOf(node)))
          report({
            span: word.span,
            message: `nginx fills "${value}" itself: it can't be defined anew`,
          });
      }
    }
    for (const { pattern, span: place, node, captures } of regexesOf(conf)) {
      if (!captures || !pattern.includes('(?')) continue;
      for (const name of readRegex(pattern).names)
        if (isTaken(name, scopeOf(node)))
          report({
            span: place,
            message: `a group cannot be named "${name}": nginx fills "$${name}" itself`,
          });
    }
  },
});

/** Words of a directive that must be a variable. */
type Defined = (args: readonly Word[]) => readonly Word[];

const first: Defined = (args) => args.slice(0, 1);
const second: Defined = (args) => args.slice(1, 2);

const definers: ReadonlyMap<string, Defined> = new Map([
  ['set', first],
  ['auth_request_set', first],
  ['perl_set', first],
  ['js_set', first],
  ['map', second],
  ['split_clients', second],
  ['geo', (args: readonly Word[]) => args],
]);
