import { FileType, Uri, workspace } from 'vscode';
import type {
  FolderEntry,
  LookResult,
  PathParams,
  ReadTextParams,
} from '../../../shared/messages.ts';
import { clientUri } from './web-uris.ts';

/** Answers what the server asks of files, which only this side can read. Nothing outside of the folders is looked at. */
export async function look({ path }: PathParams): Promise<LookResult> {
  const uri = uriInside(path);
  if (uri === undefined) return { kind: 'other' };
  try {
    const { type } = await workspace.fs.stat(uri);
    if (type === FileType.File) return { kind: 'file' };
    if (type !== FileType.Directory) return { kind: 'other' };
    const entries = await workspace.fs.readDirectory(uri);
    return {
      kind: 'folder',
      entries: entries.map(([name, kind]) => ({ name, kind: kindOf(kind) })),
    };
  } catch {
    return { kind: 'absent' };
  }
}

export async function readText({ path, limit }: ReadTextParams): Promise<string | null> {
  const uri = uriInside(path);
  if (uri === undefined) return null;
  try {
    if ((await workspace.fs.stat(uri)).size > limit) return null;
    const bytes = await workspace.fs.readFile(uri);
    // A NUL byte in the first kilobytes: no text.
    if (bytes.subarray(0, 4096).includes(0)) return null;
    return new TextDecoder().decode(bytes);
  } catch {
    return null;
  }
}

function uriInside(path: string): Uri | undefined {
  const parts = clientUri(path);
  const uri = parts && Uri.from(parts);
  return uri && workspace.getWorkspaceFolder(uri) ? uri : undefined;
}

function kindOf(type: FileType): FolderEntry['kind'] {
  if (type === FileType.File) return 'file';
  return type === FileType.Directory ? 'folder' : 'other';
}
