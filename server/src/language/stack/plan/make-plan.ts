import type {
  LaunchPlan,
  LaunchStep,
  Probe,
  SocketAddress,
  WorkerTemplate,
} from '../../../../../shared/launch-plan.ts';
import type { PlanParams, PlanProblem, PlanResult } from '../../../../../shared/messages.ts';
import type { LanguageSettings } from '../../../../../shared/settings.ts';
import type { NginxFile } from '../../rules/inputs.ts';
import { basename } from '../../text/path.ts';
import type { StackGraph } from '../graph.ts';
import { type Stack, templateId } from '../stacks.ts';
import { certificatePatterns } from './certificate-patterns.ts';
import { keyProblems } from './key-problems.ts';
import { nginxStep } from './nginx-step.ts';
import { stackPages, type KeyedPage } from './pages.ts';
import { placeOf, type PlaceOf } from './place.ts';
import { shadowNginx } from './shadow.ts';
import { wrapToRun } from './wrap-fragment.ts';
import { routerStep, workerStep } from './uwsgi-steps.ts';

export interface PlanInput {
  readonly stack: Stack;
  readonly graph: StackGraph;
  readonly nginxFiles: ReadonlyMap<string, NginxFile>;
  /** Text of every known file, for line numbers. */
  readonly texts: ReadonlyMap<string, string>;
  readonly params: PlanParams;
  readonly settings: LanguageSettings;
  /** Errors that stop a start: of syntax, and wires that lead nowhere. */
  readonly problems: readonly PlanProblem[];
}

/** The order in which to start the programs of a stack, and how to know that each works; or why it cannot be started. */
export function makePlan(input: PlanInput): PlanResult {
  const { stack, graph, params, settings } = input;
  const place = placeOf(input.texts);
  const pages = stackPages(stack, graph, params);
  const told = new Set(input.problems.map(spot));
  const problems = [
    ...input.problems,
    // What a rule has said about a line need not be said twice.
    ...structuralProblems(input, place).filter((problem) => !told.has(spot(problem))),
  ];
  if (problems.length === 0) problems.push(...keyProblems(stack, graph, pages, place));
  if (problems.length > 0) return { kind: 'problems', problems };

  const run = params.runDirectory;
  const routers = stack.routers.map((path, at) =>
    routerStep(path, at, graph, params, settings.statsSockets, place),
  );
  const templates = stack.workers.map((path) =>
    template(path, stack, graph, params, settings, place),
  );
  const workers = templates.flatMap(({ id, count, source }) =>
    Array.from({ length: count }, (_, at) => ({ id, number: at + 1, path: source.path })),
  );
  const routerStats = routers[0]?.stats;
  const workerSteps = workers.map((worker) =>
    workerStep(worker.path, {
      template: worker.id,
      number: worker.number,
      only: templates.length === 1,
      graph,
      params,
      addStats: settings.statsSockets,
      place,
      routers,
    }),
  );
  const before = [...routers.map(({ step }) => step.id), ...workerSteps.map(({ id }) => id)];
  const main = nginxMain(stack, input.nginxFiles);
  const shadow =
    main &&
    shadowNginx(main.path, new Map([...input.nginxFiles, [main.path, main]]), {
      runDirectory: run,
      root: params.root,
      moved: params.moved,
      modules: params.programs.nginxModules,
      // A fragment is written to be included from there.
      ...(!stack.nginx.includes(main.path) && { standardFolder: params.programs.nginxFolder }),
    });
  const withPlaces = (step: LaunchStep): LaunchStep => ({
    ...step,
    failures: [...certificatePatterns(stack.files, input.nginxFiles, place), ...step.failures],
  });
  const nginx: LaunchStep[] =
    shadow === undefined
      ? []
      : [withPlaces(nginxStep(stack.nginx, shadow, graph, params, place, before))];
  const steps = [...routers.map(({ step }) => step), ...workerSteps, ...nginx];
  const logs = steps.flatMap(({ follow }) =>
    follow.map(({ path }) => ({ kind: 'log' as const, path })),
  );
  const plan: LaunchPlan = {
    version: 1,
    id: stack.id,
    title: stack.title,
    root: stack.root,
    runDirectory: run,
    files: [...(shadow?.files ?? []), ...logs],
    steps,
    pages: pages.map(({ page }) => page),
    ready: answers(pages, routerStats),
    requestLog: shadow?.requestLog,
    readyTimeoutMs: settings.readyTimeoutMs,
    workerTemplates: templates,
    notes: shadow?.notes ?? [],
  };
  return { kind: 'plan', plan };
}

/** The configuration to start nginx with: the one there is, or one around the fragments. */
function nginxMain(stack: Stack, files: ReadonlyMap<string, NginxFile>): NginxFile | undefined {
  const known = stack.nginx.flatMap((path) => files.get(path) ?? []);
  const [first] = known;
  return first?.conf.kind === 'fragment' ? wrapToRun(known) : first;
}

/** One page for each key (or each direct worker) is enough to prove the way through. */
function answers(pages: readonly KeyedPage[], stats: SocketAddress | undefined): readonly Probe[] {
  const seen = new Set<string | undefined>();
  return pages.flatMap(({ page, key, viaRouter, hasWorker }) => {
    if (!hasWorker || seen.has(key)) return [];
    seen.add(key);
    const router = viaRouter && stats !== undefined ? { stats, key } : undefined;
    return [{ kind: 'answers' as const, page, router }];
  });
}

function template(
  path: string,
  stack: Stack,
  graph: StackGraph,
  params: PlanParams,
  settings: LanguageSettings,
  place: PlaceOf,
): WorkerTemplate {
  const id = templateId(path, stack.workers);
  const facts = graph.files.get(path)?.uwsgi;
  const fixed = facts?.sockets.find(({ auto, endpoint }) => !auto && endpoint !== undefined);
  const source = place(path, facts?.span.start ?? 0);
  const wanted = params.workers[id];
  if (fixed !== undefined)
    return {
      id,
      source,
      count: wanted === 0 ? 0 : 1,
      scalable: {
        kind: 'no',
        reason: `${basename(path)} has the fixed address ${fixed.text}: a second worker could not listen there. Use an automatic port, e.g. \`socket = 127.*:0\`.`,
      },
    };
  return {
    id,
    source,
    count: Math.min(100, Math.max(0, wanted ?? settings.workers)),
    scalable: { kind: 'yes' },
  };
}

function structuralProblems(
  { stack, graph, nginxFiles }: PlanInput,
  place: PlaceOf,
): readonly PlanProblem[] {
  const problems: PlanProblem[] = [];
  const add = (path: string, offset: number, message: string, remedy: string) => {
    const at = place(path, offset);
    problems.push({
      message: `${basename(path)}:${String(at.line + 1)}: ${message}`,
      remedy,
      ...at,
    });
  };
  const [first, second] = stack.nginx;
  if (first !== undefined && nginxMain(stack, nginxFiles) === undefined)
    add(
      first,
      0,
      'No whole nginx configuration includes this file, and none can be made around it.',
      'Add an nginx.conf with `events` and `http` that includes it.',
    );
  const isMain = graph.files.get(first ?? '')?.nginx?.kind === 'main';
  if (second !== undefined && isMain)
    add(
      second,
      0,
      `Two nginx configurations belong to this stack (${stack.nginx.map(basename).join(', ')}).`,
      'Keep one whole configuration (with `events` and `http`) per stack, and include the other parts.',
    );
  if (stack.routers.length === 0 && stack.workers.length === 0)
    add(
      stack.files[0] ?? stack.root,
      0,
      'This stack has no router and no worker.',
      'Add a router.ini and a worker.ini.',
    );
  for (const path of [...stack.routers, ...stack.workers]) {
    const facts = graph.files.get(path)?.uwsgi;
    if (facts === undefined) continue;
    if (facts.daemonize !== undefined)
      add(
        facts.daemonize.path,
        facts.daemonize.span.start,
        '`daemonize` sends uWSGI into the background, out of sight of the launcher.',
        'Remove the line (keep it in the configuration of the production system).',
      );
    if (
      facts.masterOff !== undefined &&
      facts.subscriptions.length + facts.subscriptionServers.length > 0
    )
      add(
        facts.masterOff.path,
        facts.masterOff.span.start,
        '`master` is off: without the master process there is no router and no subscription.',
        'Set `master = true`.',
      );
  }
  return problems;
}

/** Where a problem lies, as one text. */
function spot({ path, line }: PlanProblem): string {
  return `${path ?? ''}:${String(line ?? -1)}`;
}
