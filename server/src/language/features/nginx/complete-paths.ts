import { dirname, resolvePath } from '../../text/path.ts';
import { span } from '../../text/span.ts';
import type { CompletionItem } from '../feature.ts';
import type { CompletionRequest } from './completion-request.ts';
import { mainsOf } from '../../stack/nginx-configuration.ts';
import { pathDirectiveOf } from './path-directives.ts';

/** Files and folders on the disk for arguments that are paths. */
export function completePaths(request: CompletionRequest): readonly CompletionItem[] {
  const { directive, view, typed, replace, offset, index } = request;
  const wanted = index === 0 ? pathDirectiveOf(directive) : undefined;
  if (wanted === undefined || typed.includes('$')) return [];
  const { base, ending } = wanted;
  if (base === 'absolute' && !typed.startsWith('/')) return [];
  // Relative ones count from the main configuration's folder, whichever file they stand in.
  const [main = view.path] = mainsOf(view);
  const slash = typed.lastIndexOf('/');
  const folder = resolvePath(dirname(main), slash === -1 ? '.' : typed.slice(0, slash + 1));
  const entry = view.around.disk.look(folder);
  if (entry?.kind !== 'folder') return [];
  const begun = typed.slice(slash + 1);
  const names = entry.names.filter((name) => !name.startsWith('.') || begun.startsWith('.'));
  return names.slice(0, 500).flatMap((name): CompletionItem[] => {
    const isFolder = view.around.disk.look(resolvePath(folder, name))?.kind === 'folder';
    if (!isFolder && (ending === 'folder' || !ending.test(name))) return [];
    return [
      {
        label: isFolder ? `${name}/` : name,
        kind: isFolder ? 'folder' : 'file',
        replace: span(replace.start + slash + 1, Math.max(offset, nameEnd(request))),
        insert: quotedIfNeeded(isFolder ? `${name}/` : name, request.quoted),
        sort: isFolder ? '11' : '10',
        ...(isFolder && { retrigger: true }),
      },
    ];
  });
}

/** Up to the next `/` behind the cursor. */
function nameEnd({ view, offset, replace }: CompletionRequest): number {
  const slash = view.text.indexOf('/', offset);
  return slash === -1 || slash > replace.end ? replace.end : slash;
}

/** nginx ends a bare word at a blank; inside a name of a path only a backslash helps, which would stay in it. */
function quotedIfNeeded(name: string, quoted: boolean): string {
  return quoted ? name.replace(/["'\\]/g, '\\$&') : name;
}
