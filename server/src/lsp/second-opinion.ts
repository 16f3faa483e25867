import type { TestNginxResult } from '../../../shared/messages.ts';
import type { DiskCache, NginxTest, Opinion, SourceFile } from '../language/language.ts';
import type { World } from './world.ts';

/** What the real nginx says of the files, kept as long as their texts are those that it has seen. */
export interface SecondOpinion {
  /** A file was saved: the configurations that it belongs to are tested, when programs may be run. */
  readonly saved: (path: string) => void;
  /** A person asks; a fragment that nobody includes is then tested, too. */
  readonly ask: (path: string) => Promise<TestNginxResult>;
  /** Nobody waits any more for what the file was tested for. */
  readonly closed: (path: string) => void;
  /** What holds for these texts. */
  readonly current: (files: ReadonlyMap<string, SourceFile>) => readonly Opinion[];
}

export interface SecondOpinionOptions {
  readonly test: World['testNginx'];
  /** The nginx that the settings name; undefined where no program may be run. */
  readonly program: () => string | undefined;
  readonly tests: (path: string, alone: boolean) => readonly NginxTest[];
  readonly modules: () => string | undefined;
  readonly settled: () => Promise<void>;
  readonly disk: Pick<DiskCache, 'misses' | 'answered'>;
  /** There is something new to show. */
  readonly changed: () => void;
  readonly log: (message: string) => void;
}

export const failedTest: TestNginxResult = {
  kind: 'problem',
  message: 'nginx could not be asked; the output of the language server says why.',
};

interface Job {
  /** The file that was saved or asked about. */
  readonly path: string;
  readonly main: string;
  readonly alone: boolean;
  readonly done: (outcome: JobOutcome) => void;
}

type JobOutcome =
  | { readonly kind: 'tested'; readonly opinions: readonly Opinion[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly reason: string };

interface Kept {
  readonly opinions: readonly Opinion[];
  readonly texts: ReadonlyMap<string, string>;
}

/** One test at a time. A younger one of the same configuration takes the place of the older, also of one that runs. */
export function createSecondOpinion(options: SecondOpinionOptions): SecondOpinion {
  const kept = new Map<string, Kept>();
  const waiting = new Map<string, Job>();
  let running: { readonly job: Job; readonly controller: AbortController } | undefined;

  const pump = async (): Promise<void> => {
    if (running !== undefined) return;
    for (let [job] = waiting.values(); job !== undefined; [job] = waiting.values()) {
      waiting.delete(job.main);
      const controller = new AbortController();
      running = { job, controller };
      const outcome = await run(job, controller.signal).catch((error: unknown): JobOutcome => ({
        kind: 'failed',
        reason: String(error),
      }));
      running = undefined;
      if (outcome.kind === 'failed') options.log(`nginx -t: ${outcome.reason}`);
      job.done(outcome);
    }
  };

  const run = async (job: Job, signal: AbortSignal): Promise<JobOutcome> => {
    const test = await readyTest(options, job);
    const program = options.program();
    if (isOff(signal) || test === undefined || program === undefined) return { kind: 'cancelled' };
    const made: { plan?: ReturnType<NginxTest['plan']> } = {};
    const outcome = await options.test(
      program,
      (given) => (made.plan = test.plan({ ...given, modules: options.modules() })),
      signal,
    );
    // Called off meanwhile, whatever it says.
    if (isOff(signal) || outcome.kind === 'cancelled') return { kind: 'cancelled' };
    if (outcome.kind === 'failed') {
      if (kept.delete(job.main)) options.changed();
      return outcome;
    }
    const opinions = made.plan === undefined ? [] : test.opinions(outcome.output, made.plan);
    kept.set(job.main, { opinions, texts: test.texts });
    options.changed();
    return { kind: 'tested', opinions };
  };

  const enqueue = (path: string, alone: boolean): readonly Promise<JobOutcome>[] =>
    options.tests(path, alone).map(({ main }) => {
      const { promise, resolve } = Promise.withResolvers<JobOutcome>();
      waiting.get(main)?.done({ kind: 'cancelled' });
      waiting.set(main, { path, main, alone, done: resolve });
      if (running?.job.main === main) running.controller.abort();
      void pump();
      return promise;
    });

  return {
    saved: (path) => {
      if (options.program() !== undefined) void Promise.all(enqueue(path, false));
    },
    ask: async (path) => {
      await options.settled();
      if (options.program() === undefined)
        return problem('In Restricted Mode no program is run. Trust this folder to ask nginx.');
      const outcomes = await Promise.all(enqueue(path, true));
      const failed = outcomes.find((outcome) => outcome.kind === 'failed');
      if (failed !== undefined) return problem(failed.reason);
      const tested = outcomes.filter((outcome) => outcome.kind === 'tested');
      if (outcomes.length === 0)
        return problem('nginx cannot test this file: it is no configuration, nor a part of one.');
      if (tested.length === 0) return problem('Another test has taken the place of this one.');
      return {
        kind: 'tested',
        mains: options.tests(path, true).map(({ main }) => main),
        complaints: tested
          .flatMap(({ opinions }) => opinions)
          .filter(({ level }) => level !== 'information').length,
      };
    },
    closed: (path) => {
      for (const job of [...waiting.values()])
        if (job.path === path) {
          waiting.delete(job.main);
          job.done({ kind: 'cancelled' });
        }
      if (running?.job.path === path) running.controller.abort();
    },
    current: (files) =>
      [...kept.values()].flatMap(({ opinions, texts }) =>
        opinions.filter(({ path }) => files.get(path)?.text === texts.get(path)),
      ),
  };
}

function isOff({ aborted }: AbortSignal): boolean {
  return aborted;
}

function problem(message: string): TestNginxResult {
  return { kind: 'problem', message };
}

/** A chain of includes outside of the workspace: each is known only when the one before has been read. */
const rounds = 12;

/** The test with the newest texts, once the disk has told all that belongs to it. */
async function readyTest(
  { tests, settled, disk }: SecondOpinionOptions,
  { path, main, alone }: Job,
): Promise<NginxTest | undefined> {
  await settled();
  for (let round = 0; ; round++) {
    const before = disk.misses();
    const test = tests(path, alone).find((one) => one.main === main);
    if (disk.misses() === before || round === rounds) return test;
    await disk.answered();
  }
}
