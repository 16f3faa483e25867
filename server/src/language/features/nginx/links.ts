import type { NginxView } from '../../rules/inputs.ts';
import { basename, isAbsolute, resolvePath } from '../../text/path.ts';
import { type Span, span } from '../../text/span.ts';
import type { Link } from '../feature.ts';
import { includeBases, includeTargets } from '../../stack/nginx-includers.ts';
import { pathDirectiveOf } from './path-directives.ts';

/** Included files, and what else an argument names, as far as it is known to be there. */
export function nginxLinks(view: NginxView): readonly Link[] {
  const bases = includeBases(view);
  const links: Link[] = [];
  for (const { statement, contexts } of view.conf.all) {
    const [word] = statement.args;
    const name = statement.name.value;
    if (word === undefined || (contexts.length === 0 && name !== 'include')) continue;
    const found =
      name === 'include'
        ? includeLink(view, word.value, bases)
        : fileLink(view, name, word.value, bases);
    if (found !== undefined) links.push({ span: innerOf(view.text, word.span), ...found });
  }
  return links;
}

type Target = Omit<Link, 'span'>;

/** A pattern leads to the first of its files, and says how many there are. */
function includeLink(
  view: NginxView,
  pattern: string,
  bases: readonly string[],
): Target | undefined {
  const [target, ...more] = includeTargets(view, pattern, bases);
  if (target === undefined) return undefined;
  return more.length === 0
    ? { target }
    : { target, tooltip: `${basename(target)}, the first of ${more.length + 1} files` };
}

function fileLink(
  view: NginxView,
  name: string,
  value: string,
  bases: readonly string[],
): Target | undefined {
  const directive = pathDirectiveOf(name);
  if (directive === undefined || value === '' || value.includes('$')) return undefined;
  if (directive.base === 'absolute' && !isAbsolute(value)) return undefined;
  for (const base of bases) {
    const target = resolvePath(base, value);
    if (isFile(view, target)) return { target };
    if (name !== 'root' && name !== 'alias') continue;
    // An editor opens no folder, but the page that a browser gets from it.
    const index = resolvePath(target, 'index.html');
    if (isFile(view, index)) return { target: index, tooltip: 'index.html of this folder' };
  }
  return undefined;
}

function isFile({ around }: NginxView, path: string): boolean {
  return around.graph.files.has(path) || around.disk.look(path)?.kind === 'file';
}

/** Without the quotes. */
function innerOf(text: string, { start, end }: Span): Span {
  const quote = text[start];
  if (quote !== '"' && quote !== "'") return span(start, end);
  return span(start + 1, end > start + 1 && text[end - 1] === quote ? end - 1 : end);
}
