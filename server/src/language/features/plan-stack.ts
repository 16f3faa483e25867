import type { PlanParams, PlanProblem, PlanResult } from '../../../../shared/messages.ts';
import type { LanguageSettings } from '../../../../shared/settings.ts';
import type { ReadFile } from '../read-file.ts';
import type { Finding } from '../rules/rule.ts';
import type { StackGraph } from '../stack/graph.ts';
import { makePlan } from '../stack/plan/make-plan.ts';
import { placeOf } from '../stack/plan/place.ts';
import type { Stack } from '../stack/stacks.ts';
import { basename } from '../text/path.ts';

export interface PlanStackInput {
  readonly stacks: readonly Stack[];
  readonly graph: StackGraph;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly readings: ReadonlyMap<string, ReadFile>;
  readonly settings: LanguageSettings;
  readonly params: PlanParams;
}

/** Chooses the stack and plans it, unless its files hold an error that would make the start fail. */
export function planStack(input: PlanStackInput): PlanResult {
  const { stacks, params, readings } = input;
  const [only, second] = stacks;
  const stack = params.stack === undefined ? only : stacks.find(({ id }) => id === params.stack);
  if (stack === undefined) return problem(noStack(params.stack));
  if (params.stack === undefined && second !== undefined)
    return problem({
      message: `There are ${String(stacks.length)} stacks here: ${stacks.map(({ title }) => title).join(', ')}.`,
      remedy: 'Name the one to start.',
    });
  const texts = new Map(
    [...readings].map(([path, file]) => [path, (file.nginx ?? file.uwsgi)?.text ?? '']),
  );
  const nginxFiles = new Map(
    [...readings].flatMap(([path, { nginx }]) =>
      nginx === undefined ? [] : [[path, nginx] as const],
    ),
  );
  const problems = blocking(stack, input.findings, texts);
  return makePlan({
    stack,
    graph: input.graph,
    nginxFiles,
    texts,
    params,
    settings: input.settings,
    problems,
  });
}

/** Errors of the files: each would end as a program that refuses to start, or as a stack that answers nothing. */
function blocking(
  stack: Stack,
  findings: PlanStackInput['findings'],
  texts: ReadonlyMap<string, string>,
): readonly PlanProblem[] {
  const place = placeOf(texts);
  return stack.files.flatMap((path) =>
    (findings.get(path) ?? [])
      .filter(({ level }) => level === 'error')
      .map((finding) => {
        const fix = finding.fixes.find(({ preferred }) => preferred === true) ?? finding.fixes[0];
        const at = place(path, finding.span.start);
        return {
          message: `${basename(path)}:${String(at.line + 1)}: ${finding.message}`,
          remedy: fix === undefined ? 'Mend it there, then start again.' : `${fix.title}.`,
          ...at,
        };
      }),
  );
}

function noStack(id: string | undefined): Pick<PlanProblem, 'message' | 'remedy'> {
  return id === undefined
    ? {
        message: 'No stack was found in this folder.',
        remedy:
          'Add a router.ini with `fastrouter`, a worker.ini with `subscribe2`, and an nginx.conf with `uwsgi_pass`.',
      }
    : {
        message: `There is no stack ${id} any more.`,
        remedy: 'Its files were removed or changed; choose another one.',
      };
}

function problem(text: Pick<PlanProblem, 'message' | 'remedy'>): PlanResult {
  return { kind: 'problems', problems: [{ ...text, path: undefined, line: undefined }] };
}
