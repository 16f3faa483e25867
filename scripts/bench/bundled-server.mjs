// @ts-check
import { join } from 'node:path';
import { startRealServer } from '../../server/src/node/testing/real-server.ts';
import { serverEnvironment, serverSwitches } from '../../shared/messages.ts';
import { root } from '../lib/paths.mjs';

/** The command line as it is shipped; the editor's server is the same file. */
export const cli = join(root, 'dist/cli.cjs');

/**
 * The language server as the extension starts it.
 * @param {string} folder of the workspace
 */
export function startBundledServer(folder) {
  return startRealServer([folder], {
    program: [...serverSwitches, cli, 'lsp'],
    environment: serverEnvironment,
  });
}
