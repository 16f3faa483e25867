import { uwsgiDescriptions } from '../../data/uwsgi-descriptions.extra.ts';
import type { EntryLine, SectionLine } from '../../ini/tree.ts';
import type { UwsgiView } from '../../rules/inputs.ts';
import { span } from '../../text/span.ts';
import { type UwsgiOption, uwsgiOption, uwsgiOptionNames } from '../../uwsgi/options.ts';
import type { CompletionItem } from '../feature.ts';
import { isDeprecated, optionDetail } from './option-markdown.ts';

/** All options: those of the file's role first, those that already stand in it and count once last. */
export function keyCompletion(
  view: UwsgiView,
  offset: number,
  line: EntryLine | undefined,
): readonly CompletionItem[] {
  const replace = line?.keySpan ?? span(offset, offset);
  const present = new Set(
    view.effective.entries
      .filter((entry) => entry.line !== line)
      .flatMap(({ option }) => option?.canonical ?? []),
  );
  const items: CompletionItem[] = [];
  for (const name of uwsgiOptionNames()) {
    const option = uwsgiOption(name);
    if (option === undefined) continue;
    const value = line?.equals === undefined ? valueSnippet(option) : undefined;
    const description = uwsgiDescriptions[option.canonical];
    items.push({
      label: name,
      kind: 'option',
      replace,
      insert: value === undefined ? name : `${name}${value}`,
      snippet: value !== undefined,
      detail: optionDetail(option),
      ...(description !== undefined && { markdown: description }),
      sort: rankOf(view, option, present),
      deprecated: isDeprecated(option),
      retrigger: value !== undefined && !value.includes('true'),
    });
  }
  return items;
}

/** The header that uWSGI looks for. */
export function sectionCompletion({ header }: SectionLine): readonly CompletionItem[] {
  return [
    {
      label: '[uwsgi]',
      kind: 'keyword',
      replace: header,
      insert: '[uwsgi]',
      detail: 'the section that is read unless another one is asked for',
    },
  ];
}

/** Behind the name; undefined for what closes a block and needs no value. */
function valueSnippet({ type }: UwsgiOption): string | undefined {
  if (type === 'logic-end') return undefined;
  return type === 'bool' || type === 'bool-inverted' ? ' = ${1|true,false|}' : ' = $1';
}

function rankOf(
  { effective: { roles } }: UwsgiView,
  option: UwsgiOption,
  present: ReadonlySet<string>,
): string {
  const { canonical, name, repeat } = option;
  if (isDeprecated(option)) return '9';
  if (present.has(canonical) && repeat !== 'append') return '8';
  // Another spelling of an option that has a first name.
  const alias = canonical === name ? '' : 'b';
  const router = routerOptions.test(canonical);
  const worker = workerOptions.test(canonical);
  const wanted =
    (roles.router && router) || (roles.worker && worker) || commonOptions.has(canonical);
  const open = !roles.router && !roles.worker && (router || worker);
  if (wanted || open) return `1${alias}`;
  if (router || worker) return `4${alias}`;
  return canonical in uwsgiDescriptions ? `2${alias}` : `3${alias}`;
}

const commonOptions: ReadonlySet<string> = new Set([
  ...['plugins', 'master', 'vacuum', 'stats', 'die-on-term', 'uid', 'gid', 'chdir', 'logto'],
  ...['ini', 'include', 'set-placeholder', 'need-app', 'strict'],
]);
const routerOptions = /^(?:fastrouter|shared-socket|http-to|http$|https$)/;
const workerOptions =
  /^(?:socket|subscribe|processes|threads|enable-threads|wsgi|module|mount|callable|home|pythonpath|harakiri|max-requests|cheaper|lazy-apps|py-|need-app|buffer-size|listen|chmod-socket|static-map|env)/;
