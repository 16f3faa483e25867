import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { freePort } from '../../../client/src/stack/testing/free-port.ts';
import { temporaryFolder } from '../../../client/src/stack/testing/temporary-folder.ts';

/** A copy of the example, on ports of its own. */
export interface Example {
  /** Holds everything that a run may write, and nothing else. */
  readonly folder: string;
  /** The copy. */
  readonly app: string;
  readonly ports: {
    readonly nginx: number;
    readonly router: number;
    readonly subscription: number;
  };
  /** For the CLI, so that it writes below `folder` only. */
  readonly environment: Readonly<Record<string, string>>;
  /** Name and text of each of the copy's files. */
  files(): Readonly<Record<string, string>>;
}

/** What becomes of a file's text; `undefined` removes the file. */
export type Edits = Readonly<
  Record<string, (text: string, ports: Example['ports'], app: string) => string | undefined>
>;

const original = join(import.meta.dirname, '../../../examples/fastrouter');

export async function copyExample(
  context: TestContext,
  edits: Edits = {},
  port: () => Promise<number> = freePort,
): Promise<Example> {
  return await writeExample(temporaryFolder(context), edits, port);
}

/** Into a folder that is there, and that somebody else removes. */
export async function writeExample(
  folder: string,
  edits: Edits = {},
  port: () => Promise<number> = freePort,
): Promise<Example> {
  const app = join(folder, 'app');
  const runtime = join(folder, 'run');
  cpSync(original, app, { recursive: true });
  mkdirSync(runtime, { mode: 0o700 });
  const ports = {
    nginx: await port(),
    router: await port(),
    subscription: await port(),
  };
  const ownPorts = { 8080: ports.nginx, 3030: ports.router, 3131: ports.subscription };
  for (const name of readdirSync(app)) {
    const path = join(app, name);
    // In one pass: a free port may begin with one that is replaced.
    const text = readFileSync(path, 'utf8').replace(
      /:(8080|3030|3131)\b/g,
      (_, known: keyof typeof ownPorts) => `:${ownPorts[known]}`,
    );
    const changed = (edits[name] ?? same)(text, ports, app);
    if (changed === undefined) rmSync(path);
    else writeFileSync(path, changed);
  }
  return {
    folder,
    app,
    ports,
    environment: { XDG_RUNTIME_DIR: runtime, XDG_STATE_HOME: join(folder, 'state') },
    files: () =>
      Object.fromEntries(
        readdirSync(app, { withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ name }) => [name, readFileSync(join(app, name), 'utf8')]),
      ),
  };
}

/** An edit that puts one text in the place of another, which must be there. */
export function put(before: string, after: string): (text: string) => string {
  return (text) => {
    if (!text.includes(before)) throw new Error(`there is no ${before}`);
    return text.replace(before, after);
  };
}

function same(text: string): string {
  return text;
}
