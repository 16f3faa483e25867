import assert from 'node:assert/strict';
import { get } from 'node:http';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { isFree } from '../../client/src/stack/testing/free-port.ts';
import { identityOf } from '../../client/src/stack/process-identity.ts';
import { eventually } from '../../client/src/stack/testing/processes.ts';
import { noPrograms } from '../../client/src/stack/testing/real-stack.ts';
import { createRandom } from '../../server/src/language/testing/random.ts';
import {
  guardOf,
  processesNow,
  runFolder,
  startHost,
  type ChaosHost,
  type FoundProcess,
} from './testing/chaos-stack.ts';
import { copyExample, type Example } from './testing/example.ts';
import { assertNothingLeft } from './testing/nothing-left.ts';

// A run is told by its seed: CHAOS_SEED and CHAOS_ROUNDS repeat it.
const rounds = Number(process.env.CHAOS_ROUNDS ?? 200);
const firstSeed = Number(process.env.CHAOS_SEED ?? 20_261_126);
const lanes = 3;

// The limit of the stage is one for tests that are over in a moment.
const timeout = 1_200_000;

describe('chaos', { skip: noPrograms, concurrency: lanes, timeout }, () => {
  for (let lane = 0; lane < lanes; lane += 1) {
    const seed = firstSeed + lane;
    const count = Math.ceil(rounds / lanes);
    it(`leaves nothing behind in ${count} rounds (seed ${seed})`, { timeout }, (context) =>
      run(context, seed, count),
    );
  }
});

/** Something that happens to a stack. It returns what it did, for the story that a failure tells. */
type Mishap = (world: World) => string | Promise<string>;

interface World {
  readonly example: Example;
  readonly random: () => number;
  host: ChaosHost;
}

async function run(context: TestContext, seed: number, count: number): Promise<void> {
  const example = await copyExample(context);
  const files = example.files();
  const world: World = { example, random: createRandom(seed), host: await startHost(example) };
  context.after(() => Promise.all(processesNow(example).map(({ pid }) => kill(pid))));
  const story: string[] = [];
  const tally = new Map<string, number>();
  try {
    for (let round = 0; round < count; round += 1) {
      const up = world.host.run === 'up';
      const [name, mishap] = pick(up ? whileUp : whileDown, world.random);
      tally.set(name, (tally.get(name) ?? 0) + 1);
      story.push(`${round}: ${name}`);
      story.push(`  ${await mishap(world)}`);
      await settle(world);
      await verify(world);
    }
    await world.host.ask({ kind: 'stop' });
    world.host.disconnect();
    await world.host.ended;
    await assertNothingLeft(example, files);
  } catch (error) {
    const report = JSON.stringify(world.host.report, undefined, 1);
    const left = JSON.stringify(processesNow(example), undefined, 1);
    throw new Error(
      `seed ${seed}, ${story.slice(-12).join('\n')}\n${String(error)}\n${report}\n${left}`,
      { cause: error },
    );
  }
  context.diagnostic([...tally].map(([name, times]) => `${name}: ${times}`).join(', '));
}

const whileDown: readonly (readonly [string, Mishap])[] = [
  ['start', start],
  ['start', start],
  ['start', start],
  ['stop while it starts', stopWhileStarting],
  ['supervisor killed while it starts', killWhileStarting],
  ['start with a broken configuration', startBroken],
];

const whileUp: readonly (readonly [string, Mishap])[] = [
  ['worker killed', killStep(/^worker/, 'master')],
  ['worker process killed', killStep(/^worker/, 'child')],
  ['router killed', killStep(/^router/, 'master')],
  ['router process killed', killStep(/^router/, 'child')],
  ['nginx killed', killStep(/^nginx/, 'master')],
  ['nginx worker killed', killStep(/^nginx/, 'child')],
  ['several programs killed', killSeveral],
  ['guard killed', killGuard],
  ['supervisor killed', killSupervisor],
  ['supervisor and guard killed', killBoth],
  ['power cut', powerCut],
  ['scale', scale],
  ['scale', scale],
  ['roll', (world) => world.host.ask({ kind: 'roll' })],
  ['restart of one', restartOne],
  ['program killed during a roll', killDuringRoll],
  ['stop', (world) => world.host.ask({ kind: 'stop' })],
  ['supervisor killed while it stops', killWhileStopping],
  ['broken configuration saved', saveBroken],
  ['configuration saved', saveSound],
];

async function start(world: World): Promise<string> {
  const outcome = await world.host.ask({ kind: 'start' });
  assert.equal(outcome, 'ready');
  return outcome;
}

async function stopWhileStarting(world: World): Promise<string> {
  const starting = world.host.ask({ kind: 'start' });
  await halfway(world);
  await world.host.ask({ kind: 'stop' });
  return await starting;
}

/** Killed before it has told its guard of the folder, it leaves the folder, and the next start clears that. */
async function killWhileStarting(world: World): Promise<string> {
  void world.host.ask({ kind: 'start' });
  await halfway(world);
  await kill(world.host.pid);
  await world.host.ended;
  await eventually('no process is left', () => {
    const left = processesNow(world.example);
    return left.length > 0 ? left.map(({ command }) => command).join('\n') : undefined;
  });
  world.host = await startHost(world.example);
  return runFolder(world.example) === undefined ? 'cleared' : await start(world);
}

/** Until some of the programs are there, a different number each time. */
async function halfway({ example, random, host }: World): Promise<void> {
  const enough = Math.floor(random() * 6);
  await eventually('programs come up', () => {
    const programs = processesNow(example).filter(({ pid }) => pid !== host.pid);
    return programs.length >= enough || host.report?.phase === 'ready' ? undefined : 'too few';
  });
}

async function startBroken(world: World): Promise<string> {
  return await withBroken(world, async () => {
    const outcome = await world.host.ask({ kind: 'start' });
    assert.equal(outcome, 'failed');
    return outcome;
  });
}

function killStep(which: RegExp, whom: 'master' | 'child'): Mishap {
  return async (world) => {
    const victims = programsOf(world).filter(({ pid, session, command, step }) => {
      const fits = which.test(step) && (pid === session) === (whom === 'master');
      return fits && !command.includes(' -t ');
    });
    const [victim] = shuffled(victims, world.random);
    if (victim === undefined) return 'nobody there';
    await kill(victim.pid);
    return `pid ${victim.pid}, ${victim.step}`;
  };
}

async function killSeveral(world: World): Promise<string> {
  const victims = shuffled(programsOf(world), world.random).slice(0, 3);
  await Promise.all(victims.map(({ pid }) => kill(pid)));
  return victims.map(({ pid, step }) => `${pid} ${step}`).join(', ');
}

async function killGuard({ example }: World): Promise<string> {
  const guard = guardOf(example);
  if (guard !== undefined) await kill(guard);
  return `pid ${guard}`;
}

async function killSupervisor(world: World): Promise<string> {
  await kill(world.host.pid);
  await world.host.ended;
  // Its guard needs nobody's help.
  await eventually('the guard clears', () => {
    const left = processesNow(world.example);
    if (left.length > 0) return left.map(({ command }) => command).join('\n');
    return runFolder(world.example);
  });
  world.host = await startHost(world.example);
  return 'cleared';
}

async function killBoth(world: World): Promise<string> {
  await killGuard(world);
  await kill(world.host.pid);
  await world.host.ended;
  world.host = await startHost(world.example);
  return await start(world);
}

async function powerCut(world: World): Promise<string> {
  await Promise.all(processesNow(world.example).map(({ pid }) => kill(pid)));
  await world.host.ended;
  world.host = await startHost(world.example);
  return await start(world);
}

function scale(world: World): Promise<string> {
  return world.host.ask({ kind: 'scale', count: 1 + Math.floor(world.random() * 4) });
}

function restartOne(world: World): Promise<string> {
  const steps = (world.host.report?.steps ?? []).map(({ id }) => id);
  return world.host.ask({ kind: 'restart', step: shuffled(steps, world.random)[0] ?? '' });
}

async function killDuringRoll(world: World): Promise<string> {
  const rolling = world.host.ask({ kind: 'roll' });
  const victim = shuffled(programsOf(world), world.random)[0];
  if (victim !== undefined) await kill(victim.pid);
  return `${victim?.step ?? 'nobody'}: ${await rolling}`;
}

async function killWhileStopping(world: World): Promise<string> {
  void world.host.ask({ kind: 'stop' });
  await eventually('it stops', () =>
    world.host.report?.phase === 'stopping' ? undefined : world.host.report?.phase,
  );
  return await killSupervisor(world);
}

async function saveBroken(world: World): Promise<string> {
  return await withBroken(world, async (path) => {
    const outcome = await world.host.ask({ kind: 'changed', path });
    // A stack that is just being mended may have lost the program that would refuse.
    assert.notEqual(outcome, 'reloaded');
    return outcome;
  });
}

async function saveSound(world: World): Promise<string> {
  const path = join(world.example.app, pickName(world.random));
  return await world.host.ask({ kind: 'changed', path });
}

async function withBroken(world: World, work: (path: string) => Promise<string>): Promise<string> {
  const name = pickName(world.random);
  const path = join(world.example.app, name);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, `${text}\n${name === 'nginx.conf' ? 'server {' : '[uwsgi\n'}`);
  try {
    return `${name}: ${await work(path)}`;
  } finally {
    writeFileSync(path, text);
  }
}

function pickName(random: () => number): string {
  return shuffled(['nginx.conf', 'worker.ini', 'router.ini'], random)[0] ?? '';
}

/** Until the supervisor has done what it can; what has crashed too often is started again, as a person would. */
async function settle(world: World): Promise<void> {
  await eventually('the stack settles', async () => {
    const { host } = world;
    const { report, run } = host;
    if (report === undefined || run === 'none') return undefined;
    const failed = report.steps.find(({ state }) => state === 'failed');
    if (failed !== undefined) await host.ask({ kind: 'restart', step: failed.id });
    return run === 'up' && report.phase === 'ready' ? undefined : `${run} ${report.phase}`;
  });
}

/** What is shown is what is. A kill may not have been seen yet, so each look may be repeated. */
async function verify(world: World): Promise<void> {
  const { example, host } = world;
  await eventually('the state shown is the state that is', async () => {
    const { run, report } = host;
    if (run === 'none') return await notDown(world);
    if (report?.phase !== 'ready') return `it is ${report?.phase}`;
    const now = processesNow(example);
    const guard = guardOf(example);
    const known = new Set([host.pid, guard, ...report.steps.map(({ pid }) => pid)]);
    const dead = report.steps.find(({ pid }) => !now.some((each) => each.pid === pid));
    if (dead !== undefined) return `${dead.id} is shown with pid ${dead.pid}, which is gone`;
    const stray = now.find(({ pid, session }) => !known.has(pid) && !known.has(session));
    if (stray !== undefined) return `nobody knows pid ${stray.pid}: ${stray.command}`;
    if (!now.some(({ pid }) => pid === guard)) return `the guard ${guard} is gone`;
    const status = await pageStatus(example);
    return status === 200 ? undefined : `a page is answered with ${status}`;
  });
}

async function notDown({ example, host }: World): Promise<string | undefined> {
  const stray = processesNow(example).find(({ pid }) => pid !== host.pid);
  if (stray !== undefined) return `pid ${stray.pid} is left: ${stray.command}`;
  const folder = runFolder(example);
  if (folder !== undefined) return `${folder} is left`;
  for (const port of Object.values(example.ports)) {
    if (!(await isFree(port))) return `port ${port} is taken`;
  }
  return undefined;
}

function programsOf({ example, host }: World): readonly (FoundProcess & { step: string })[] {
  const steps = host.report?.steps ?? [];
  return processesNow(example).flatMap((each) => {
    const step = steps.find(({ pid }) => pid === each.session);
    return step === undefined ? [] : [{ ...each, step: step.id }];
  });
}

function pageStatus({ ports }: Example): Promise<number | string> {
  return new Promise((done) => {
    const headers = { host: `app.localhost:${ports.nginx}` };
    const request = get(
      { port: ports.nginx, host: '127.0.0.1', headers, agent: false, timeout: 5000 },
      (response) => {
        response.resume();
        response.on('error', () => undefined);
        done(response.statusCode ?? 0);
      },
    );
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', (error) => {
      done(error.message);
    });
  });
}

/** Returns when nothing of it is left: until then it would still pass for one that lives. */
async function kill(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    return;
  }
  await eventually(`the end of ${pid}`, () =>
    identityOf(pid) === undefined ? undefined : 'still there',
  );
}

function pick<T>(from: readonly T[], random: () => number): T {
  const one = from[Math.floor(random() * from.length)];
  assert.ok(one !== undefined);
  return one;
}

function shuffled<T>(from: readonly T[], random: () => number): readonly T[] {
  return from
    .map((each) => ({ each, order: random() }))
    .toSorted((one, other) => one.order - other.order)
    .map(({ each }) => each);
}
