import { runMocha } from './run-mocha.ts';

/** Entry of the suite that runs in a folder that nobody trusts. */
export function run(): Promise<void> {
  return runMocha(async () => {
    await import('./restricted.e2e.ts');
  });
}
