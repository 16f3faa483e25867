import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { processesOf, until } from '../../client/src/stack/testing/processes.ts';
import { noPrograms } from '../../client/src/stack/testing/real-stack.ts';
import { temporaryFolder } from '../../client/src/stack/testing/temporary-folder.ts';
import { portsBetween } from './testing/bare-stack.ts';
import { getPage } from './testing/get-page.ts';
import { type PageCommand, pageBlocks } from './testing/page-blocks.ts';
import { runCli } from './testing/run-cli.ts';

/** With as many digits as those of the page, so that columns stay what they are. */
const barePort = portsBetween(7810, 7839);

test('the tutorial does what it says', { skip: noPrograms }, async (context) => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/tutorial.md'), 'utf8');
  const reader = await createReader(context, page);
  try {
    for (const block of pageBlocks(page)) {
      if (block.kind === 'file') reader.write(block.name, block.text);
      else if (block.kind === 'change') reader.change(block.name, block.before, block.after);
      else await typeAll(reader, block.commands);
    }
  } finally {
    await reader.type('uwsgi-stack down');
  }
  await until('all have ended', () => processesOf(reader.folder).length === 0);
});

async function typeAll(reader: Reader, commands: readonly PageCommand[]): Promise<void> {
  const printed: string[] = [];
  for (const { command, prints } of commands) {
    const lines = await reader.type(command);
    assertLines(command, lines, prints);
    printed.push(...lines);
  }
  const told = commands.flatMap(({ prints }) => prints);
  assert.equal(workersIn(printed), workersIn(told), printed.join('\n'));
}

type Reader = Awaited<ReturnType<typeof createReader>>;

/** Somebody who follows the page in a folder that is empty at first, with other ports than those of the page. */
async function createReader(context: TestContext, page: string) {
  const folder = temporaryFolder(context);
  const [app, runtime] = [join(folder, 'app'), join(folder, 'run')];
  for (const each of [app, runtime]) mkdirSync(each, { mode: 0o700 });
  const environment = { XDG_RUNTIME_DIR: runtime, XDG_STATE_HOME: join(folder, 'state') };
  const ports = new Map<string, string>();
  for (const [port] of page.matchAll(/\b(?:808|303|313)\d\b/g))
    if (!ports.has(port)) ports.set(port, String(await barePort()));
  const own = (text: string) => replaceAll(text, [...ports]);
  const ofPage = (text: string) =>
    replaceAll(
      text,
      [...ports].map(([port, other]) => [other, port]),
    );
  let here = app;
  const cli = async (args: readonly string[]) => {
    const { stdout, stderr } = await runCli(context, args, { cwd: here, environment }).ended;
    return stdout + stderr;
  };

  const type = async (command: string): Promise<string> => {
    const [program, ...args] = own(command).split(' ');
    switch (program) {
      case 'uwsgi-stack':
        return await cli(args);
      case 'curl': {
        const { hostname, port, pathname } = new URL(args.at(-1) ?? '');
        return (await getPage(Number(port), { host: hostname, path: pathname })).body;
      }
      case 'mkdir':
        mkdirSync(join(here, args[0] ?? ''));
        return '';
      case 'cd':
        here = join(here, args[0] ?? '');
        return '';
      case 'cp':
        for (const name of args.slice(0, -1)) cpSync(join(here, name), join(here, basename(name)));
        return '';
      default:
        throw new Error(`the page types ${command}`);
    }
  };
  return {
    folder,
    write: (name: string, text: string) => {
      writeFileSync(join(here, name), own(text));
    },
    change: (name: string, before: string, after: string) => {
      const text = readFileSync(join(here, name), 'utf8');
      assert.equal(text.split(own(before)).length, 2, `${name} has not once:\n${before}`);
      writeFileSync(
        join(here, name),
        text.replace(own(before), () => own(after)),
      );
    },
    type: async (command: string) => {
      const text = ofPage(await type(command)).trimEnd();
      return text === '' ? [] : text.split(/\r?\n/);
    },
  };
}

function replaceAll(text: string, pairs: readonly (readonly [string, string])[]): string {
  const words = new Map(pairs);
  return text.replace(/\b\d{4}\b/g, (number) => words.get(number) ?? number);
}

/** `…` stands for any lines; numbers that differ from run to run for each other. */
function assertLines(command: string, lines: readonly string[], prints: readonly string[]): void {
  const [printed, told] = [lines.map(stable), prints.map(stable)];
  if (!fits(printed, told)) assert.deepEqual([command, ...printed], [command, ...told]);
}

function fits(lines: readonly string[], told: readonly string[]): boolean {
  const [first, ...rest] = told;
  if (first === undefined) return lines.length === 0;
  if (first !== '…') return lines[0] === first && fits(lines.slice(1), rest);
  return [...lines.keys(), lines.length].some((from) => fits(lines.slice(from), rest));
}

function stable(line: string): string {
  return line
    .replaceAll(/pid \d+/g, 'pid N')
    .replaceAll(/from worker \d+/g, 'from worker N')
    .replaceAll(/127\.0\.0\.1:\d{5}/g, '127.0.0.1:PORT');
}

/** How many workers have answered. */
function workersIn(lines: readonly string[]): number {
  return new Set(lines.flatMap((line) => /from worker \d+/.exec(line) ?? [])).size;
}
