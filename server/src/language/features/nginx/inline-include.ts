import type { ConfNode } from '../../nginx-conf/conf.ts';
import type { NginxView } from '../../rules/inputs.ts';
import { includeTargets } from '../../stack/nginx-includers.ts';
import { basename } from '../../text/path.ts';
import type { Action } from '../feature.ts';

/** Puts the text of an included file in the place of the `include`. Relative includes in it count from the main file anyway. */
export function inlineInclude(view: NginxView, node: ConfNode): Action | undefined {
  const { statement } = node;
  const [word] = statement.args;
  if (statement.name.value !== 'include' || word === undefined || /[*?[]/.test(word.value))
    return undefined;
  const [path, another] = includeTargets(view, word.value);
  if (path === undefined || another !== undefined || path === view.path) return undefined;
  const file = view.around.nginxFile(path);
  if (file === undefined || file.tree.errors.length > 0 || file.text.length > largest)
    return undefined;
  const { start, end } = statement.span;
  const lineStart = view.text.lastIndexOf('\n', start - 1) + 1;
  const indent = view.text.slice(lineStart, start);
  const text = file.text.replace(/\s+$/, '');
  // A text on several lines must not be moved: it would change what it says.
  if (indent.trim() !== '' || file.tree.tokens.some((token) => spansLines(file.text, token)))
    return undefined;
  const newText = text
    .split('\n')
    .map((line, index) => (index === 0 || line.trim() === '' ? line : indent + line))
    .join('\n');
  return {
    title: `Inline ${basename(path)}`,
    kind: 'refactor.rewrite',
    edits: [{ path: view.path, span: { start, end }, newText }],
  };
}

const largest = 20_000;

function spansLines(
  text: string,
  {
    kind,
    span,
  }: { readonly kind: string; readonly span: { readonly start: number; readonly end: number } },
): boolean {
  return kind !== 'blank' && kind !== 'comment' && text.slice(span.start, span.end).includes('\n');
}
