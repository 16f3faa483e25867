import { listRuns, runsIn, type KnownRun } from '../../client/src/stack/runs.ts';

export type FoundRun =
  | { readonly kind: 'run'; readonly run: KnownRun }
  | { readonly kind: 'none'; readonly message: string }
  | { readonly kind: 'several'; readonly message: string };

/** The run that a command is about: of the stack in the folder, or of the one with this id. */
export function findRun(folder: string, stack: string | undefined): FoundRun {
  const runs = runsIn(folder, listRuns()).filter(({ id }) => stack === undefined || id === stack);
  const [first, second] = runs;
  if (first === undefined) {
    const what = stack === undefined ? 'No stack' : `No stack ${stack}`;
    return { kind: 'none', message: `${what} runs in ${folder}.` };
  }
  if (second === undefined) return { kind: 'run', run: first };
  const list = runs.map(({ id, root }) => `${id} (${root})`).join(', ');
  return {
    kind: 'several',
    message: `Several stacks run in ${folder}; choose one with --stack: ${list}.`,
  };
}
