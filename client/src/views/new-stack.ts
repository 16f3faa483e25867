import {
  commands,
  l10n,
  type QuickPickItem,
  Uri,
  window,
  workspace,
  type WorkspaceFolder,
} from 'vscode';
import {
  domainProblem,
  type Framework,
  frameworks,
  type NewStackAnswers,
} from '../stack/new-stack.ts';
import { writeNewStack } from '../stack/write-new-stack.ts';
import { notify } from './notify.ts';

/**
 * Asks for domain, framework and number of workers, and writes a stack that starts at once: into the workspace's folder,
 * or below it where files of the same names are. Resolves with the folder. `argument` answers the questions beforehand.
 */
export async function newStack(argument: unknown): Promise<Uri | undefined> {
  const workspaceFolder = await chooseFolder();
  if (workspaceFolder === undefined) return undefined;
  const answers = isAnswers(argument) ? argument : await ask();
  if (answers === undefined) return undefined;
  const { uri } = workspaceFolder;
  let result = await writeNewStack(uri.fsPath, answers);
  if (result.kind === 'taken')
    result = await writeNewStack(Uri.joinPath(uri, answers.domain).fsPath, answers);
  switch (result.kind) {
    case 'taken':
      void notify.error(
        l10n.t(
          'No stack was written: {0} holds {1} already. Choose another domain, or another folder.',
          `${workspaceFolder.name}/${answers.domain}`,
          result.names.join(', '),
        ),
      );
      return undefined;
    case 'failed':
      void notify.error(l10n.t('No stack was written: {0}', result.reason));
      return undefined;
    case 'written': {
      const folder = Uri.file(result.folder);
      const app = Uri.joinPath(folder, 'app.py');
      await window.showTextDocument(await workspace.openTextDocument(app), { preview: false });
      void offerStart(answers, result.ports.nginx);
      return folder;
    }
  }
}

async function offerStart({ domain }: NewStackAnswers, port: number): Promise<void> {
  const start = l10n.t('Start Stack');
  const text = l10n.t(
    'The stack is ready to start. Its page will be http://{0}:{1}/.',
    domain,
    port,
  );
  const answer = await notify.information(text, start);
  if (answer === start) await commands.executeCommand('uwsgiStack.startStack');
}

async function chooseFolder(): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders?.filter(({ uri }) => uri.scheme === 'file') ?? [];
  if (folders.length > 1)
    return window.showWorkspaceFolderPick({
      placeHolder: l10n.t('Which folder is the stack for?'),
    });
  const [only] = folders;
  if (only !== undefined) return only;
  const open = l10n.t('Open Folder');
  const answer = await notify.information(
    l10n.t('Open the folder that the stack is for; it may be empty.'),
    open,
  );
  if (answer === open) await commands.executeCommand('vscode.openFolder');
  return undefined;
}

async function ask(): Promise<NewStackAnswers | undefined> {
  const title = l10n.t('New Stack');
  const domain = await window.showInputBox({
    title: l10n.t('{0} (1/3)', title),
    prompt: l10n.t(
      'The domain that the stack answers to. Browsers find every name under .localhost on this machine.',
    ),
    value: 'app.localhost',
    valueSelection: [0, 3],
    validateInput: (typed) => domainProblem(typed.trim()),
    ignoreFocusOut: true,
  });
  if (domain === undefined) return undefined;
  const picked = await window.showQuickPick(
    frameworks.map((framework): FrameworkItem => ({ framework, ...looks[framework] })),
    {
      title: l10n.t('{0} (2/3)', title),
      placeHolder: l10n.t('What is the app written with?'),
      ignoreFocusOut: true,
    },
  );
  if (picked === undefined) return undefined;
  const workers = await window.showInputBox({
    title: l10n.t('{0} (3/3)', title),
    prompt: l10n.t(
      'How many workers are started at first? More can be added while the stack runs.',
    ),
    value: '2',
    validateInput: (typed) =>
      isCount(Number(typed)) ? undefined : l10n.t('Write a number from 1 to 100.'),
    ignoreFocusOut: true,
  });
  if (workers === undefined) return undefined;
  return { domain: domain.trim(), framework: picked.framework, workers: Number(workers) };
}

interface FrameworkItem extends QuickPickItem {
  readonly framework: Framework;
}

const looks: Readonly<Record<Framework, QuickPickItem>> = {
  plain: { label: 'WSGI', description: l10n.t('a function, nothing to install') },
  bottle: { label: 'Bottle', description: 'python3-bottle' },
  flask: { label: 'Flask', description: 'python3-flask' },
  django: { label: 'Django', description: 'python3-django' },
};

function isCount(workers: number): boolean {
  return Number.isInteger(workers) && workers >= 1 && workers <= 100;
}

function isAnswers(value: unknown): value is NewStackAnswers {
  const { domain, framework, workers } = (value ?? {}) as Partial<NewStackAnswers>;
  return (
    typeof domain === 'string' &&
    domainProblem(domain) === undefined &&
    frameworks.some((one) => one === framework) &&
    typeof workers === 'number' &&
    isCount(workers)
  );
}
