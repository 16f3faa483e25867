import { l10n, RelativePattern, Uri, window, workspace, type FileSystemWatcher } from 'vscode';
import type { StackOutline } from '../../../shared/messages.ts';
import { settingPrefix } from '../../../shared/settings.ts';
import { changedSince } from '../stack/changed-since.ts';
import { isInside } from '../stack/run-directory.ts';
import type { Lifetime } from './lifetime.ts';
import { openPlace } from './open-place.ts';
import { fromReason } from './problem.ts';
import type { StackController } from './stack-controller.ts';
import { notify } from './notify.ts';

/** Files are often written in bursts: by a formatter, a change of branch, a code generator. */
const calmMs = 300;

/**
 * Brings a running stack up to date with the files that it was started from: configurations, and the Python code of its
 * workers. Whoever changed them, the editor or another program.
 */
export function createLiveReload(controller: StackController): Lifetime {
  const watched = new Map<string, Watch>();
  const update = (): void => {
    const running = controller.stacks.filter(
      ({ id }) => controller.stateOf(id).wanted === 'up' && workspace.isTrusted,
    );
    for (const stack of running) {
      if (!watched.has(stack.id)) watched.set(stack.id, watch(controller, stack));
    }
    for (const [id, each] of watched) {
      if (running.some((stack) => stack.id === id)) continue;
      watched.delete(id);
      each.dispose();
    }
  };
  const subscription = controller.onDidChange(update);
  return {
    dispose: () => {
      subscription.dispose();
      for (const each of watched.values()) each.dispose();
      watched.clear();
    },
  };
}

type Watch = Lifetime;

function watch(controller: StackController, stack: StackOutline): Watch {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let refusal: string | undefined;

  const reload = async (paths: readonly string[]): Promise<readonly string[] | undefined> => {
    const outcome = await controller.filesChanged(stack.id, paths);
    if (outcome.kind === 'refused') {
      const { message, path, line } = fromReason(outcome.reason);
      // Each save of a file with the same mistake would tell the same again.
      if (refusal !== message) tellRefusal(stack, message, path, line);
      refusal = message;
      return undefined;
    }
    refusal = undefined;
    return outcome.kind === 'reloaded' ? outcome.titles : [];
  };
  const act = async (): Promise<void> => {
    const told = [...changed];
    changed.clear();
    const news = await Promise.all(told.map((path) => isNews(controller, stack, path)));
    const paths = told.filter((_, at) => news[at]);
    if (paths.length === 0) return;
    const settings = workspace.getConfiguration(settingPrefix, Uri.file(stack.root));
    const done = settings.get<boolean>('stack.reloadOnSave', true) ? await reload(paths) : [];
    if (done === undefined) return;
    const titles = [...done];
    const wanted = settings.get<boolean>('stack.restartOnCodeChange', true);
    if (wanted && paths.some(isCode)) {
      const result = await controller.restartWorkers(
        stack.id,
        ({ title }) => !done.includes(title),
      );
      if (result.problem === undefined) titles.push(l10n.t('workers'));
    }
    if (titles.length === 0) return;
    const list = [...new Set(titles)].join(', ');
    window.setStatusBarMessage(`$(sync) ${l10n.t('{0}: up to date', list)}`, 4000);
  };
  const note = ({ fsPath }: Uri): void => {
    if (!concerns(controller, stack, fsPath)) return;
    changed.add(fsPath);
    clearTimeout(timer);
    timer = setTimeout(() => void act(), calmMs);
  };
  const watchers = folders(controller, stack).map((folder): FileSystemWatcher => {
    const watcher = workspace.createFileSystemWatcher(
      new RelativePattern(Uri.file(folder), '**/*'),
    );
    watcher.onDidChange(note);
    watcher.onDidCreate(note);
    watcher.onDidDelete(note);
    return watcher;
  });
  return {
    dispose: () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.dispose();
    },
  };
}

/** The stack's folder and those that its programs run in, without the ones that lie in others. */
function folders(controller: StackController, stack: StackOutline): readonly string[] {
  const steps = controller.stateOf(stack.id).steps.map(({ step }) => step.cwd);
  const all = [...new Set([stack.root, ...steps])];
  return all.filter((folder) => !all.some((other) => other !== folder && isInside(other, folder)));
}

function concerns(controller: StackController, stack: StackOutline, path: string): boolean {
  if (isCode(path)) return !installed.test(path);
  return controller.stateOf(stack.id).steps.some(({ step }) => step.inputs.includes(path));
}

/**
 * Whether a program may run with another text of the file. A watcher may tell late of what was written before uWSGI read
 * it; nginx runs on a copy, and takes a new one without an end.
 */
async function isNews(
  controller: StackController,
  stack: StackOutline,
  path: string,
): Promise<boolean> {
  const readers = controller
    .stateOf(stack.id)
    .steps.map(({ step }) => step)
    .filter((step) => (isCode(path) ? step.instance !== undefined : step.inputs.includes(path)));
  if (readers.length === 0) return !isCode(path);
  if (readers.some(({ reload }) => reload !== undefined)) return true;
  const starts = readers.map(({ id }) => controller.startedAt(stack.id, id) ?? 0);
  return await changedSince([path], Math.min(...starts));
}

function isCode(path: string): boolean {
  return path.endsWith('.py');
}

/** What is installed rather than written: a virtual environment being filled is no change of the app. */
const installed = /[\\/](?:site-packages|node_modules|__pycache__|\.git|\.venv|venv)[\\/]/;

function tellRefusal(
  stack: StackOutline,
  message: string,
  path: string | undefined,
  line: number | undefined,
): void {
  const open = l10n.t('Open Configuration');
  const text = l10n.t(
    '{0} runs on with its old configuration. {1}',
    stack.title,
    message.replaceAll('\n', ' '),
  );
  void notify.warning(text, ...(path === undefined ? [] : [open])).then(async (answer) => {
    if (answer === open && path !== undefined) await openPlace({ path, line: line ?? 0 });
  });
}
