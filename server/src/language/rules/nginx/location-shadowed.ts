import type { ConfNode } from '../../nginx-conf/conf.ts';
import { type LocationMatch, readLocation } from '../../nginx-conf/location.ts';
import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { argsSpan } from './word-fixes.ts';

export const locationShadowed: NginxRule = defineRule({
  id: 'nginx/location-shadowed',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a location that never answers, since an expression beside it matches all of its paths.',
    why: 'Expressions win over paths, however long: with `location ~ ^/api/` beside it `location /api/v1/` is never reached. Of several expressions the first one wins.',
    fix: 'Write `^~` before the path, which keeps expressions away, or move the more special expression up.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#location',
  },
  check({ path, conf }, report) {
    const blocks = Map.groupBy(statementsNamed(conf, 'location'), ({ parent }) => parent);
    for (const locations of blocks.values()) {
      const prefixes: {
        readonly node: ConfNode;
        readonly literal: string;
        readonly any: boolean;
      }[] = [];
      const patterns = new Map<string, ConfNode>();
      for (const node of locations) {
        const match = readLocation(node.statement.args);
        if (match?.kind !== 'regex') continue;
        const covered = prefixes.find(({ literal }) => coversPattern(literal, match));
        const twin = patterns.get(`${match.modifier} ${match.name}`) ?? covered?.node;
        if (twin !== undefined)
          report({
            span: argsSpan(node),
            message: 'never answers: the expression above matches all of its paths',
            related: [{ path, span: argsSpan(twin), message: 'comes first' }],
            tag: 'unnecessary',
          });
        patterns.set(`${match.modifier} ${match.name}`, node);
        const literal = prefixOf(match);
        if (literal !== undefined) prefixes.push({ node, literal, any: match.modifier === '~*' });
      }
      for (const node of locations) {
        const match = readLocation(node.statement.args);
        const word = node.statement.args.at(-1);
        if (match?.kind !== 'prefix' || match.modifier === '^~' || word === undefined) continue;
        // Locations inside may be what it is for.
        if (node.children.some(({ statement }) => statement.name.value === 'location')) continue;
        const over = prefixes.find(({ literal, any }) =>
          any
            ? match.name.toLowerCase().startsWith(literal.toLowerCase())
            : match.name.startsWith(literal),
        );
        if (over === undefined) continue;
        const { start } = word.span;
        report({
          span: argsSpan(node),
          message:
            'never answers: an expression beside it matches all of its paths, and expressions win',
          related: [{ path, span: argsSpan(over.node), message: 'answers instead' }],
          fixes: [
            {
              title: 'Insert `^~`',
              edits: [{ path, span: { start, end: start }, newText: '^~ ' }],
              preferred: true,
            },
          ],
          tag: 'unnecessary',
        });
      }
    }
  },
});

/** The text that is enough for a path to match: of `^/api/` and `^/api/.*` the text without signs. */
function prefixOf({ name }: LocationMatch): string | undefined {
  const rest = /^\^((?:[\w/~%=&-]|\\[./-])*)(?:\(?\.\*\)?\$?)?$/.exec(name)?.[1];
  return rest?.replace(/\\(.)/g, '$1');
}

/** Whether every path that the later expression matches begins with the text, case for case. */
function coversPattern(literal: string, { name, modifier }: LocationMatch): boolean {
  if (modifier === '~*') return false;
  const own = /^\^((?:[\w/~%=&-]|\\[./-])*)(.?)/.exec(name);
  if (own === null || literal === '' || name.includes('|')) return false;
  // A quantifier behind the last character may take it away.
  const text = (own[1] ?? '').replace(/\\(.)/g, '$1');
  const sure = /[?*{]/.test(own[2] ?? '') ? text.slice(0, -1) : text;
  return sure.startsWith(literal);
}
