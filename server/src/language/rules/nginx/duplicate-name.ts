import { declarationsOf } from '../../nginx-conf/declarations.ts';
import { soundWhere } from '../../nginx-conf/sound.ts';
import { hasTemplateBlocks, isTemplatedStatement } from '../../nginx-conf/template.ts';
import { zonesOf } from '../../nginx-conf/zones.ts';
import type { Word } from '../../nginx/tree.ts';
import { readTogether } from '../../stack/nginx-wholes.ts';
import type { NginxFile } from '../inputs.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const duplicateName: NginxRule = defineRule({
  id: 'nginx/duplicate-name',
  scope: 'nginx',
  level: 'error',
  docs: {
    what: 'Reports a second upstream, log format, cache, zone or thread pool of the same name, and zones that two modules want.',
    why: 'nginx refuses to start or reload with `duplicate upstream`, `duplicate "log_format" name`, `duplicate zone`, `is already bound to key` or `is already declared for a different use`.',
    fix: 'Give each a name of its own.',
    source: 'https://nginx.org/en/docs/http/ngx_http_upstream_module.html#upstream',
  },
  check(view, report) {
    if (hasTemplateBlocks(view.text) || namedThings(view).length === 0) return;
    const told = new Set<number>();
    for (const files of readTogether(view)) {
      const seen = new Map<string, { readonly thing: Named; readonly path: string }>();
      for (const file of files)
        for (const thing of hasTemplateBlocks(file.text) ? [] : namedThings(file)) {
          const key = `${thing.kind} ${thing.key}`;
          const first = seen.get(key);
          const problem = first && thing.problem(first.thing);
          if (first === undefined) seen.set(key, { thing, path: file.path });
          else if (problem !== undefined && file.path === view.path) {
            if (told.has(thing.word.span.start)) continue;
            told.add(thing.word.span.start);
            const { path } = first;
            report({
              span: thing.word.span,
              message: problem,
              related: [{ path, span: first.thing.word.span, message: 'the first one' }],
            });
          }
        }
    }
  },
});

interface Named {
  readonly kind: string;
  readonly key: string;
  readonly word: Word;
  /** Says why the thing cannot be there beside the first of its name. */
  readonly problem: (first: Named) => string | undefined;
  readonly use?: string;
  readonly size?: number | undefined;
  readonly directive?: string;
}

function namedThings({ conf }: Pick<NginxFile, 'conf'>): readonly Named[] {
  const known = memo.get(conf);
  if (known !== undefined) return known;
  const found = [...declared({ conf }), ...zones({ conf }), ...others({ conf })];
  memo.set(conf, found);
  return found;
}

const memo = new WeakMap<NginxFile['conf'], readonly Named[]>();

function declared({ conf }: Pick<NginxFile, 'conf'>): readonly Named[] {
  return declarationsOf(conf).flatMap(({ kind, name, scope, node }): readonly Named[] => {
    const [word] = node.statement.args;
    if (word === undefined || isTemplatedStatement(node.statement)) return [];
    // Hosts are compared without regard to case, formats with it.
    if (kind === 'upstream')
      return [
        {
          kind: `${scope} upstream`,
          key: name.toLowerCase(),
          word,
          problem: () => `there is an upstream "${name}" already`,
        },
      ];
    if (kind === 'log format' || kind === 'thread pool')
      return [
        {
          kind: `${scope} ${kind}`,
          key: name,
          word,
          problem: () => `there is a ${kind} "${name}" already`,
        },
      ];
    return [];
  });
}

function zones({ conf }: Pick<NginxFile, 'conf'>): readonly Named[] {
  return zonesOf(conf).map(({ name, size, use, word, node }): Named => {
    const directive = node.statement.name.value;
    const bytes = size === undefined ? undefined : bytesOf(size);
    return {
      kind: 'zone',
      key: name,
      word,
      use,
      size: bytes,
      directive,
      problem(first) {
        if (first.use !== use)
          return `the zone "${name}" belongs to "${first.directive ?? ''}" already`;
        if (bytes === undefined || first.size === undefined) return undefined;
        if (bytes !== first.size)
          return `the zone "${name}" has another size already: nginx wants one size for all`;
        return /^limit_.*_zone$|_path$/.test(directive)
          ? `there is a zone "${name}" already`
          : undefined;
      },
    };
  });
}

function bytesOf(size: string): number {
  const [, digits = '', unit = ''] = /^(\d+)([km]?)$/i.exec(size) ?? [];
  return Number(digits) * ({ k: 1024, m: 1024 * 1024 }[unit.toLowerCase()] ?? 1);
}

function others({ conf }: Pick<NginxFile, 'conf'>): readonly Named[] {
  const named = soundWhere(conf, ({ name }) => /_cache_path$|^charset_map$/.test(name));
  return named.flatMap(({ node, entry }): readonly Named[] => {
    const [word, second] = node.statement.args;
    if (word === undefined || isTemplatedStatement(node.statement)) return [];
    if (/^(?:proxy|uwsgi|fastcgi|scgi)_cache_path$/.test(entry.name))
      return [
        {
          kind: 'folder',
          key: word.value.replace(/\/$/, ''),
          word,
          problem: () => `another cache lives in "${word.value}" already`,
        },
      ];
    if (entry.name === 'charset_map' && second)
      return [
        {
          kind: 'charset_map',
          key: [word.value, second.value]
            .map((name) => name.toLowerCase())
            .sort()
            .join(' '),
          word,
          problem: () => `there is a map between "${word.value}" and "${second.value}" already`,
        },
      ];
    return [];
  });
}
