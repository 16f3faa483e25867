import { nginxDescription } from '../../data/nginx-descriptions.extra.ts';
import { allowedIn } from '../../nginx-conf/candidates.ts';
import type { NginxContext, NginxDirective } from '../../nginx-conf/directives.ts';
import { manualAddress } from '../../nginx-conf/manual-link.ts';
import { existsIn } from '../../nginx-conf/version.ts';
import { bullets, codeSpan, link, paragraphs } from '../markdown.ts';

/** All that the tables know of one definition of a directive, as Markdown. `target` is the nginx that is meant. */
export function describeDirective(entry: NginxDirective, target: string): string {
  const address = manualAddress(entry);
  const title = entry.module.status === 'third-party' ? 'Home of the module' : 'Manual';
  return paragraphs(
    ownWords(entry),
    `\`\`\`nginx\n${syntaxOf(entry).join('\n')}\n\`\`\``,
    bullets(facts(entry, target)),
    address && link(title, address),
  );
}

/** Our own words for a definition; those for a context of it come first. */
export function ownWords(entry: NginxDirective): string | undefined {
  const { name, contexts, module } = entry;
  if (module.status === 'third-party') return undefined;
  for (const context of contexts) {
    const special = nginxDescription(`${name}@${context}`);
    if (special !== undefined) return special;
  }
  const words = nginxDescription(name);
  return module.name === 'ngx_stream_proxy_module'
    ? words?.replace(/\bHTTP (?=server|answer|request)/g, '')
    : words;
}

/** The forms of a directive with its name; made of the number of arguments where no form is written down. */
export function syntaxOf(entry: NginxDirective): readonly string[] {
  const { name, syntax, block, args } = entry;
  const end = block ? ' { … }' : ';';
  if (syntax.length > 0)
    return syntax.map((form) => {
      const inner = form.replace(/\s*\{\s*\.\.\.\s*\}\s*$/, '');
      return `${inner === '' ? name : `${name} ${inner}`}${end}`;
    });
  if (args.flag) return [`${name} on | off;`];
  const words = [
    ...Array.from({ length: Math.min(args.min, 9) }, () => '<value>'),
    ...(args.max === Infinity
      ? ['...']
      : Array.from({ length: Math.max(0, args.max - args.min) }, () => '[<value>]')),
  ];
  return [[name, ...words].join(' ') + end];
}

/** The definition that a name most likely means in a place: one that is allowed there, the core's before others. */
export function meantEntry(
  entries: readonly NginxDirective[],
  contexts: readonly NginxContext[],
  block?: boolean,
): NginxDirective | undefined {
  const rank = (entry: NginxDirective) =>
    (contexts.some((context) => allowedIn(entry, context)) ? 0 : 4) +
    (block === undefined || entry.block === block ? 0 : 2) +
    (entry.module.status === 'core' ? 0 : 1);
  return entries.toSorted((a, b) => rank(a) - rank(b))[0];
}

/** What keeps the directive from being used with the nginx that is meant; undefined when nothing does. */
export function reservation(entry: NginxDirective, target: string): string | undefined {
  const { module, removedIn, deprecated, firstRelease, replacement } = entry;
  const instead = replacement === undefined ? '' : `, use ${codeSpan(replacement)}`;
  if (module.status === 'removed')
    return `Removed${removedIn === undefined ? '' : ` in nginx ${removedIn}`}${instead}.`;
  if (deprecated !== undefined)
    return `Deprecated${deprecated.since === undefined ? '' : ` since nginx ${deprecated.since}`}${instead}.`;
  if (module.status === 'core' && !existsIn(entry, target) && firstRelease !== undefined)
    return `Not in nginx ${target}: it came with ${firstRelease}.`;
  return undefined;
}

function facts(entry: NginxDirective, target: string): string[] {
  const { contexts, module, bounds, firstRelease, since, platform } = entry;
  const list: string[] = [];
  if (entry.default !== undefined) list.push(`Default: ${codeSpan(entry.default)}`);
  list.push(`Allowed in: ${contexts.map(placeName).join(', ')}`);
  const kind = entry.valueType && kinds[entry.valueType];
  if (kind) list.push(`Value: ${kind}`);
  if (bounds)
    list.push(
      bounds.max === Infinity ? `At least ${bounds.min}` : `From ${bounds.min} to ${bounds.max}`,
    );
  list.push(moduleLine(entry));
  if (module.build) list.push(`Built with ${codeSpan(module.build)}`);
  const reserved = reservation(entry, target);
  if (reserved) list.push(`**${reserved}**`);
  else if (firstRelease !== undefined) list.push(`Since nginx ${since ?? firstRelease}`);
  if (platform) list.push(`Only for ${platform}`);
  const again = entry.duplicates && repeats[entry.duplicates];
  if (again) list.push(again);
  return list;
}

function moduleLine({ module }: NginxDirective): string {
  const name = codeSpan(module.name);
  const debian = module.debianPackage ? `, Debian package ${codeSpan(module.debianPackage)}` : '';
  switch (module.status) {
    case 'core':
    case 'removed':
      return `Module: ${name}`;
    case 'separate-module':
      return `Module: ${name}, which is no part of nginx itself${debian}`;
    case 'commercial':
      return `Module: ${name} of NGINX Plus (commercial)`;
    case 'third-party':
      return `Module: ${name} of a third party${debian}`;
  }
}

function placeName(context: NginxContext): string {
  if (context === 'main') return 'the top level';
  return context === 'any' ? 'every block' : codeSpan(context);
}

const kinds: Readonly<Record<string, string>> = {
  size: 'a size in bytes, or with `k` or `m`',
  offset: 'a size in bytes, or with `k`, `m` or `g`',
  'time-ms': 'a time such as `500ms`, `30s` or `1m30s`; a bare number means seconds',
  'time-s': 'a time such as `30s`, `10m` or `1d`; a bare number means seconds',
  'number-size': 'a number and a size, as in `8 16k`',
  'string-with-variables': 'text that may hold variables',
  'enum-set': 'one or more of the words',
  'mime-types': 'MIME types; `*` for all',
  'path-glob': 'a path, or a pattern with `*`, `?` or `[…]`',
  'address-cidr': 'an address, a network such as `10.0.0.0/8`, `unix:` or `all`',
  predicates: 'texts; one that is neither empty nor `0` fulfils the condition',
};

const repeats: Readonly<Record<string, string>> = {
  error: 'Only once in a block',
  warn: 'The last one in a block counts, with a warning',
};
