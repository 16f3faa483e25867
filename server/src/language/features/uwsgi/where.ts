import type { UwsgiView } from '../../rules/inputs.ts';
import { indexLines, lineAt } from '../../text/line-index.ts';
import { basename, dirname, relativePath } from '../../text/path.ts';
import { codeSpan } from '../markdown.ts';

/** A place as a person says it: `line 12` in the same file, `line 3 of common.ini` in another one. Markdown. */
export function where(view: UwsgiView, path: string, offset: number): string {
  const text = path === view.path ? view.text : textOf(view, path);
  const line = text === undefined ? undefined : lineAt(indexLines(text), offset) + 1;
  const file = path === view.path ? undefined : codeSpan(shortPath(view.path, path));
  if (line === undefined) return file ?? '';
  return file === undefined ? `line ${line}` : `line ${line} of ${file}`;
}

/** A file as seen from the folder of another one. */
export function shortPath(from: string, path: string): string {
  const folder = dirname(from);
  if (dirname(path) === folder) return basename(path);
  const above = dirname(folder);
  return path.startsWith(`${folder}/`)
    ? relativePath(folder, path)
    : path.startsWith(`${above}/`)
      ? `../${relativePath(above, path)}`
      : path;
}

function textOf({ around }: UwsgiView, path: string): string | undefined {
  return around.uwsgiFile(path)?.text ?? around.nginxFile(path)?.text;
}
