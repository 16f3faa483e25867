import { nginxFavourites, nginxSnippets } from '../../data/nginx-snippets.extra.ts';
import { allowedIn } from '../../nginx-conf/candidates.ts';
import {
  allDirectiveNames,
  directivesNamed,
  type NginxContext,
  type NginxDirective,
} from '../../nginx-conf/directives.ts';
import { manualAddress } from '../../nginx-conf/manual-link.ts';
import type { CompletionItem } from '../feature.ts';
import { link, paragraphs } from '../markdown.ts';
import type { CompletionRequest } from './completion-request.ts';
import { configurationOf } from '../../stack/nginx-configuration.ts';
import { meantEntry, ownWords, reservation, syntaxOf } from './describe-directive.ts';

/** The directives that may stand in this block, with their arguments to be filled in. */
export function completeDirectives(request: CompletionRequest): readonly CompletionItem[] {
  const { place, typed } = request;
  const { contexts } = place;
  if (contexts.length === 0 || request.quoted) return [];
  const modules = modulesInUse(request);
  const taken = takenNames(request);
  const rank = rankIn(contexts);
  const bare = !endsHere(request);
  const items: CompletionItem[] = [];
  for (const name of allDirectiveNames()) {
    const allowed = directivesNamed(name).filter((entry) =>
      contexts.some((context) => allowedIn(entry, context)),
    );
    const entry = meantEntry(allowed, contexts);
    if (entry === undefined || taken.has(name)) continue;
    const own = entry.module.status === 'core' || modules.has(entry.module.name);
    if (!own && (typed.length < 3 || !name.startsWith(typed))) continue;
    items.push(itemOf(request, entry, rank(entry), bare));
  }
  return items;
}

function itemOf(
  { replace, target, place }: CompletionRequest,
  entry: NginxDirective,
  rank: string,
  bare: boolean,
): CompletionItem {
  const { name } = entry;
  const address = manualAddress(entry);
  const reserved = reservation(entry, target);
  const isGone = entry.module.status === 'removed' || entry.deprecated !== undefined;
  const { text, hasValues } = bare
    ? { text: name, hasValues: false }
    : snippetOf(entry, place.contexts);
  return {
    label: name,
    kind: 'directive',
    replace,
    insert: text,
    ...(!bare && { snippet: true }),
    detail: shortDetail(entry, reserved),
    markdown: paragraphs(
      ownWords(entry) ?? `\`\`\`nginx\n${syntaxOf(entry).join('\n')}\n\`\`\``,
      reserved && `**${reserved}**`,
      address && link('Manual', address),
    ),
    sort: reserved === undefined ? rank : `8${rank}`,
    ...(isGone && { deprecated: true }),
    ...(hasValues && { retrigger: true }),
  };
}

function shortDetail(entry: NginxDirective, reserved: string | undefined): string {
  const { module, firstRelease, removedIn } = entry;
  if (module.status === 'removed')
    return removedIn === undefined ? 'removed' : `removed in ${removedIn}`;
  if (entry.deprecated !== undefined) return 'deprecated';
  if (reserved !== undefined && firstRelease !== undefined) return `since ${firstRelease}`;
  if (module.status !== 'core') return module.name;
  const form = syntaxOf(entry)[0]?.slice(entry.name.length).trim() ?? '';
  return form.length <= 60 ? form : `${form.slice(0, 59)}…`;
}

/** Name, arguments and end as a snippet. */
function snippetOf(
  entry: NginxDirective,
  contexts: readonly NginxContext[],
): { text: string; hasValues: boolean } {
  const { name, block, args, values } = entry;
  const special = contexts.map((context) => nginxSnippets[`${name}@${context}`]);
  const known = special.find((text) => text !== undefined) ?? nginxSnippets[name];
  if (known?.endsWith('{') === true && block)
    return { text: `${name} ${known}\n\t$0\n}`, hasValues: false };
  if (known !== undefined && !known.endsWith('{'))
    return { text: `${name} ${known};`, hasValues: !known.includes('${2') && !known.includes('|') };
  if (block) return { text: `${name}${args.min > 0 ? ' $1' : ''} {\n\t$0\n}`, hasValues: false };
  if (args.max === 0) return { text: `${name};`, hasValues: false };
  if (args.max === 1 && values.length > 0 && values.length <= 12)
    return { text: `${name} ${choice(otherFirst(entry))};`, hasValues: false };
  const start = args.max === 1 && entry.default !== undefined ? plainDefault(entry.default) : '';
  return { text: `${name} ${start === '' ? '$1' : `\${1:${start}}`};`, hasValues: start === '' };
}

/** What is not the default anyway comes first. */
function otherFirst({ values, default: usual }: NginxDirective): readonly string[] {
  return values.toSorted((a, b) => Number(a === usual) - Number(b === usual));
}

function choice(values: readonly string[]): string {
  return `\${1|${values.map((value) => value.replace(/[\\,|}$]/g, '\\$&')).join(',')}|}`;
}

/** A default that can stand as an argument: one word. */
function plainDefault(text: string): string {
  return /^[\w./:-]+$/.test(text) ? text : '';
}

/** Whether the line ends behind the cursor, so that arguments and `;` are missing. */
function endsHere({ view, replace }: CompletionRequest): boolean {
  const lineEnd = view.text.indexOf('\n', replace.end);
  const rest = view.text.slice(replace.end, lineEnd === -1 ? undefined : lineEnd);
  return /^\s*(?:$|[}#])/.test(rest);
}

/** Names that the block has already and may have only once. */
function takenNames({ view, place }: CompletionRequest): ReadonlySet<string> {
  const level = place.block?.children ?? (place.block === undefined ? view.conf.nodes : []);
  return new Set(
    level.flatMap(({ statement, known }) =>
      statement.name.span.start !== place.word?.span.start &&
      known.length > 0 &&
      known.every(({ duplicates }) => duplicates === 'error')
        ? [statement.name.value]
        : [],
    ),
  );
}

/** Modules beyond stock nginx that the configuration loads, or whose directives it has already. */
function modulesInUse({ view }: CompletionRequest): ReadonlySet<string> {
  const modules = new Set<string>();
  for (const { conf } of configurationOf(view))
    for (const { known, statement } of conf.all) {
      if (statement.name.value === 'load_module') {
        const name = /(\w+)\.so$/.exec(statement.args[0]?.value ?? '')?.[1];
        if (name !== undefined) modules.add(name);
      } else if (known.length > 0 && known.every(({ module }) => module.status !== 'core'))
        for (const { module } of known) modules.add(module.name);
    }
  return modules;
}

/** Sort key: the block's favourites, then what we describe, the rest of nginx, other modules. */
function rankIn(contexts: readonly NginxContext[]): (entry: NginxDirective) => string {
  const favourites =
    contexts.length > 4 ? [] : contexts.flatMap((one) => nginxFavourites[one] ?? []);
  return (entry) => {
    const at = favourites.indexOf(entry.name);
    if (at !== -1) return `0${String(at).padStart(2, '0')}`;
    if (entry.module.status !== 'core') return '5';
    return ownWords(entry) === undefined ? '3' : '2';
  };
}

/** For a line that may be a name or an argument, the arguments come first. */
export function behindArguments(items: readonly CompletionItem[]): readonly CompletionItem[] {
  return items.map((item) => ({ ...item, sort: `7${item.sort ?? ''}` }));
}
