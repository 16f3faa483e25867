import { relative } from 'node:path';
import { ConfigurationTarget, Uri, workspace } from 'vscode';
import type { StackOutline } from '../../../shared/messages.ts';
import { readWorkerCounts, settingPrefix, settingTable } from '../../../shared/settings.ts';

/**
 * Numbers of workers that a person has chosen by adding and removing some: in the setting `stack.workerCounts` of the
 * folder, by the path of the worker's file. The planner counts by the template's name.
 */
export function rememberedCounts(outline: StackOutline): Readonly<Record<string, number>> {
  const known = readWorkerCounts(settingsOf(outline).get('stack.workerCounts'));
  return Object.fromEntries(
    templatesOf(outline).flatMap(({ id, file }) => {
      const count = known[file];
      return count === undefined ? [] : [[id, count]];
    }),
  );
}

export async function rememberCounts(
  outline: StackOutline,
  counts: Readonly<Record<string, number>>,
): Promise<void> {
  const settings = settingsOf(outline);
  const known = readWorkerCounts(settings.get('stack.workerCounts'));
  const usual = settings.get<number>('stack.workers', settingTable['stack.workers'].default);
  const next: Record<string, number> = { ...known };
  for (const { id, file } of templatesOf(outline)) {
    const count = counts[id];
    if (count === undefined) continue;
    next[file] = count;
    // What is the same as everywhere needs no entry.
    if (count === usual) Reflect.deleteProperty(next, file);
  }
  if (JSON.stringify(next) === JSON.stringify(known)) return;
  const value = Object.keys(next).length === 0 ? undefined : next;
  try {
    await settings.update('stack.workerCounts', value, ConfigurationTarget.WorkspaceFolder);
  } catch {
    // Settings that can't be written (a read-only folder) are no reason to fail what has been done already.
  }
}

function settingsOf(outline: StackOutline) {
  return workspace.getConfiguration(settingPrefix, Uri.file(outline.root));
}

/** The outline calls a worker's part as the planner calls its template. */
function templatesOf(outline: StackOutline): readonly { id: string; file: string }[] {
  const folder = workspace.getWorkspaceFolder(Uri.file(outline.root))?.uri.fsPath ?? outline.root;
  return outline.nodes
    .filter(({ roles }) => roles.includes('worker'))
    .map(({ title, path }) => ({ id: title, file: relative(folder, path) }));
}
