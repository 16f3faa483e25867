import { TerminalLink, window } from 'vscode';
import { logLinks, type LogTarget } from '../../../shared/log-links.ts';
import type { Lifetime } from './lifetime.ts';
import { openPlace } from './open-place.ts';

/**
 * Places in the lines of our terminals lead to their files; addresses of pages the editor finds itself. `folderOf` gives
 * the folder that the program of a terminal runs in, undefined for a terminal that is not ours.
 */
export function createTerminalLinks(folderOf: (terminal: string) => string | undefined): Lifetime {
  const targets = new WeakMap<TerminalLink, LogTarget>();
  return window.registerTerminalLinkProvider({
    provideTerminalLinks: ({ line, terminal }) => {
      const folder = folderOf(terminal.name);
      if (folder === undefined) return [];
      return logLinks(line, folder).flatMap(([start, end, target]) => {
        if (target.kind === 'page') return [];
        const link = new TerminalLink(start, end - start);
        targets.set(link, target);
        return [link];
      });
    },
    handleTerminalLink: async (link) => {
      const target = targets.get(link);
      if (target?.kind === 'place') await openPlace(target);
    },
  });
}
