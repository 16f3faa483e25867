import { commands, l10n, Uri, window } from 'vscode';
import type { TestNginxResult } from '../../../shared/messages.ts';
import type { StackServer } from './stack-server.ts';
import { notify } from './notify.ts';

/**
 * Has the real nginx test the configuration of a document, unsaved changes included, and says how it went; what nginx
 * complains of stands among the problems. Resolves with the same.
 */
export async function testNginx(
  server: StackServer,
  argument: unknown,
): Promise<TestNginxResult | undefined> {
  const uri = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri;
  if (uri === undefined) return undefined;
  const result = await server.testNginx({ uri: uri.toString() });
  void tell(result);
  return result;
}

async function tell(result: TestNginxResult): Promise<void> {
  if (result.kind === 'problem') {
    await notify.warning(result.message);
    return;
  }
  const files = result.mains.map((path) => path.slice(path.lastIndexOf('/') + 1)).join(', ');
  if (result.complaints === 0) {
    await notify.information(l10n.t('nginx accepts {0}.', files));
    return;
  }
  const show = l10n.t('Show Problems');
  const answer = await notify.warning(l10n.t('nginx complains about {0}.', files), show);
  if (answer === show) await commands.executeCommand('workbench.actions.view.problems');
}
