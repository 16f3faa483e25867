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
      const covering = createPrefixes();
      const patterns = new Map<string, ConfNode>();
      for (const node of locations) {
        const match = readLocation(node.statement.args);
        if (match?.kind !== 'regex') continue;
        const sure = sureBeginning(match);
        const covered = sure === undefined ? undefined : covering.find(sure, { empty: false });
        const twin = patterns.get(`${match.modifier} ${match.name}`) ?? covered;
        if (twin !== undefined)
          report({
            span: argsSpan(node),
            message: 'never answers: the expression above matches all of its paths',
            related: [{ path, span: argsSpan(twin), message: 'comes first' }],
            tag: 'unnecessary',
          });
        patterns.set(`${match.modifier} ${match.name}`, node);
        const literal = prefixOf(match);
        if (literal !== undefined) covering.add(literal, match.modifier === '~*', node);
      }
      for (const node of locations) {
        const match = readLocation(node.statement.args);
        const word = node.statement.args.at(-1);
        if (match?.kind !== 'prefix' || match.modifier === '^~' || word === undefined) continue;
        // Locations inside may be what it is for.
        if (node.children.some(({ statement }) => statement.name.value === 'location')) continue;
        const over = covering.find(match.name, { empty: true });
        if (over === undefined) continue;
        const { start } = word.span;
        report({
          span: argsSpan(node),
          message:
            'never answers: an expression beside it matches all of its paths, and expressions win',
          related: [{ path, span: argsSpan(over), message: 'answers instead' }],
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

/** The text that every path begins with that matches; undefined where that isn't sure. */
function sureBeginning({ name, modifier }: LocationMatch): string | undefined {
  const own = /^\^((?:[\w/~%=&-]|\\[./-])*)(.?)/.exec(name);
  if (own === null || modifier === '~*' || name.includes('|')) return undefined;
  const text = (own[1] ?? '').replace(/\\(.)/g, '$1');
  // A quantifier behind the last character may take it away.
  return /[?*{]/.test(own[2] ?? '') ? text.slice(0, -1) : text;
}

/** Texts of which one may be the beginning of another. */
function createPrefixes() {
  const plain = new Map<string, ConfNode>();
  const anyCase = new Map<string, ConfNode>();
  let longest = 0;
  return {
    add: (literal: string, isAnyCase: boolean, node: ConfNode) => {
      const [map, key] = isAnyCase ? [anyCase, literal.toLowerCase()] : [plain, literal];
      if (!map.has(key)) map.set(key, node);
      longest = Math.max(longest, key.length);
    },
    /** Whose text `path` begins with; the empty text, which fits all, counts for paths only. */
    find: (path: string, { empty }: { readonly empty: boolean }): ConfNode | undefined => {
      const lower = path.toLowerCase();
      for (let end = empty ? 0 : 1; end <= Math.min(longest, path.length); end++) {
        const found = plain.get(path.slice(0, end)) ?? anyCase.get(lower.slice(0, end));
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}
