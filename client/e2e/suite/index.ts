import { runMocha } from './run-mocha.ts';

/** Entry of the suite that runs in a trusted folder. A new test file is one more line here. */
export function run(): Promise<void> {
  return runMocha(async () => {
    await import('./activation.e2e.ts');
    await import('./diagnostics.e2e.ts');
    await import('./explain.e2e.ts');
    await import('./live-reload.e2e.ts');
    await import('./new-stack.e2e.ts');
    await import('./problems.e2e.ts');
    await import('./second-opinion.e2e.ts');
    await import('./stack.e2e.ts');
    await import('./tasks.e2e.ts');
    await import('./wires.e2e.ts');
  });
}
