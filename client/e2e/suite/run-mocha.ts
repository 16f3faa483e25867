import { writeFileSync } from 'node:fs';
import imported from 'mocha';

/** Node.js 22, which older releases of VS Code run on, gives a required ES module as its namespace. */
const Mocha =
  (imported as typeof imported & { readonly default?: typeof imported }).default ?? imported;

/**
 * Runs what `define` declares, inside the extension host. The console reaches the outside in every host, so a line per
 * test goes there; the counts go into the file that the runner names.
 */
export async function runMocha(define: () => Promise<void>): Promise<void> {
  // `Base` prints nothing by itself: its usual children draw on a terminal, which there is none of here.
  const mocha = new Mocha({ ui: 'tdd', timeout: 60_000, reporter: Mocha.reporters.Base });
  // Bundled tests are declared by calls, not loaded as files: the interface's globals must exist first.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await define();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', (test) => {
      counts.passed += 1;
      say(`ok ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on('pending', (test) => {
      counts.skipped += 1;
      say(`skipped ${test.fullTitle()}`);
    });
    runner.on('fail', (test, error: unknown) => {
      counts.failed += 1;
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      say(`FAILED ${test.fullTitle()}\n${text}`);
    });
  });
  const file = process.env.UWSGI_STACK_RESULTS;
  if (file !== undefined) writeFileSync(file, JSON.stringify(counts));
  if (failures > 0) throw new Error(`${failures} of the tests in VS Code failed.`);
}

/** The mark tells the suite's lines from those of the workbench, which share one console. */
function say(text: string): void {
  for (const line of text.split('\n')) console.log(`[suite]   ${line}`);
}
