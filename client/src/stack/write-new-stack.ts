import { existsSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type NewStackAnswers, newStackFiles, type NewStackPorts } from './new-stack.ts';
import { isPortFree } from './ports.ts';

export type NewStackResult =
  | { readonly kind: 'written'; readonly folder: string; readonly ports: NewStackPorts }
  /** Files that are there already; nothing was written. */
  | { readonly kind: 'taken'; readonly names: readonly string[] }
  | { readonly kind: 'failed'; readonly reason: string };

/** Writes a stack on ports that are free now. Never over a file: either all of the files are new, or none is written. */
export async function writeNewStack(
  folder: string,
  answers: NewStackAnswers,
): Promise<NewStackResult> {
  const ports = {
    nginx: await firstFree(8080, 'stream'),
    router: await firstFree(3030, 'stream'),
    subscription: await firstFree(3131, 'datagram'),
  };
  const virtualenv = existsSync(join(folder, '.venv/pyvenv.cfg')) ? '%d.venv' : undefined;
  const files = Object.entries(
    newStackFiles(answers, ports, virtualenv === undefined ? {} : { virtualenv }),
  );
  const names = files.map(([name]) => name).filter((name) => existsSync(join(folder, name)));
  // A person's own settings say how many workers there are: these alone are no hindrance.
  const hindrances = names.filter((name) => !name.startsWith('.vscode/'));
  if (hindrances.length > 0) return { kind: 'taken', names: hindrances };
  const written: string[] = [];
  try {
    for (const [name, text] of files) {
      if (names.includes(name)) continue;
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      const handle = await open(path, 'wx');
      // From here on it is ours: a full disk leaves an empty file.
      written.push(path);
      try {
        await handle.writeFile(text);
      } finally {
        await handle.close();
      }
    }
    return { kind: 'written', folder, ports };
  } catch (error) {
    for (const path of written) await rm(path, { force: true });
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

async function firstFree(from: number, transport: 'stream' | 'datagram'): Promise<number> {
  for (let port = from; port < from + 500; port++)
    if (await isPortFree(port, transport)) return port;
  throw new Error(`No port from ${from} to ${from + 499} is free on 127.0.0.1.`);
}
