import type {
  PlanParams,
  PlanResult,
  StackDiagram,
  StackOutline,
  TargetVersions,
} from '../../../shared/messages.ts';
import type { LanguageSettings } from '../../../shared/settings.ts';
import { codeLenses, type Lens } from './features/code-lens.ts';
import { exampleUrl } from './features/example-url.ts';
import { explainUrl, type ExplainOutcome, type ExplainQuestion } from './features/explain.ts';
import { stackOutline } from './features/outline.ts';
import type { ReadFile, SourceFile } from './read-file.ts';
import { createFileReader } from './read-files.ts';
import { createEffectiveOf, type EffectiveOf } from './effective-memo.ts';
import { createFactsOf } from './read-facts.ts';
import { nginxRules } from './rules/nginx/list.ts';
import { withNoticedLines } from './rules/nginx/where-noticed.ts';
import type { Finding, Rule } from './rules/rule.ts';
import { runRule } from './rules/run.ts';
import type { Disk } from './disk.ts';
import { type CheckedBefore, nearFindings } from './near-findings.ts';
import type { Features } from './features/feature.ts';
import { nginxFeatures } from './features/nginx/features.ts';
import { uwsgiFeatures } from './features/uwsgi/features.ts';
import { appNames, appPlaces } from './features/uwsgi/python-places.ts';
import {
  type Call,
  type CallContext,
  type CallItem,
  incomingCalls,
  outgoingCalls,
  prepareCalls,
} from './features/wires/call-hierarchy.ts';
import { stackDiagram } from './features/wires/stack-diagram.ts';
import { textPlaces } from './features/wires/text-places.ts';
import { requestLenses } from './features/request-lenses.ts';
import { wireLenses } from './features/wires/wire-lenses.ts';
import { type WireSymbol, wireSymbols } from './features/wires/wire-symbols.ts';
import type { Installed } from './installed.ts';
import { targetVersions } from './target-versions.ts';
import type { Around } from './rules/inputs.ts';
import { ownOpinions } from './second-opinion/agrees.ts';
import { type NginxTest, nginxTests } from './second-opinion/nginx-test.ts';
import type { Opinion } from './second-opinion/opinions.ts';
import { stackRules } from './rules/stack/list.ts';
import { suppress } from './rules/suppress.ts';
import { uwsgiRules } from './rules/uwsgi/list.ts';
import type { FileFacts } from './stack/facts.ts';
import { buildGraph, type StackGraph } from './stack/graph.ts';
import { planStack } from './features/plan-stack.ts';
import { findStacks, type Stack } from './stack/stacks.ts';
import { type Sources, trackAround, type Tracked } from './track-around.ts';
import { uwsgiView } from './uwsgi-view.ts';

export type { SourceFile } from './read-file.ts';
export { createDiskCache, type DiskCache, type DiskSource } from './disk-cache.ts';
export { blindDisk, type Disk, type DiskEntry } from './disk.ts';
export {
  type Installed,
  type InstalledNginx,
  type InstalledUwsgi,
  nothingInstalled,
} from './installed.ts';
export type * from './features/feature.ts';
export { semanticTokenModifiers, semanticTokenTypes } from './features/feature.ts';
export { applyEdits, combineFixes } from './rules/combine-fixes.ts';
export type { FileEdit, Finding, Fix, RelatedPlace } from './rules/rule.ts';
export type { Span } from './text/span.ts';
export type { Lens } from './features/code-lens.ts';
export { sendRequestCommand } from './features/request-lenses.ts';
export type { Call, CallItem } from './features/wires/call-hierarchy.ts';
export type { WireSymbol } from './features/wires/wire-symbols.ts';
export type { ExplainOutcome, ExplainQuestion } from './features/explain.ts';
export type * from './request/explanation.ts';
export { describeHandler } from './request/describe-handler.ts';
export { explanationMarkdown, explanationText } from './request/format-explanation.ts';
export type { NginxTest } from './second-opinion/nginx-test.ts';
export type { Opinion } from './second-opinion/opinions.ts';
export { kindByText, kindOfFile } from './file-kind.ts';
export { isNginxContext, type NginxContext, nginxContexts } from './nginx-conf/directives.ts';
export { indexLines, lineAt, type LineIndex } from './text/line-index.ts';

/** All that the core is told: the files as they stand now (open ones with their unsaved text) and the settings. */
export interface Snapshot {
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly settings: LanguageSettings;
  /** A new object whenever an answer of it has changed. */
  readonly disk: Disk;
  readonly installed: Installed;
}

/** The features of one file, bound to it. */
export type FileFeatures = {
  readonly [Name in keyof Features<never>]: Features<never>[Name] extends (
    file: never,
    ...rest: infer Rest
  ) => infer Result
    ? (...rest: Rest) => Result
    : never;
};

/** The language core behind one door. Pure: the same snapshot always gives the same answers. */
export interface Language {
  /** Findings of every file that has any, and of the files across the stack. Keys are paths. */
  check(snapshot: Snapshot): ReadonlyMap<string, readonly Finding[]>;
  /**
   * The same in steps of some milliseconds, between which other questions may be asked, about the same files only: who
   * has others lets go of this check.
   */
  checkInSteps(snapshot: Snapshot): Generator<undefined, ReadonlyMap<string, readonly Finding[]>>;
  /**
   * Findings of one file at once after a letter, from the last `check` on: those of the changed place are new as far as it
   * tells them by itself, the others have moved with the text. undefined where only `check` can say anything.
   */
  checkNear(snapshot: Snapshot, path: string): readonly Finding[] | undefined;
  codeLenses(snapshot: Snapshot, path: string): readonly Lens[];
  /** undefined for a path that is not in the snapshot. */
  features(snapshot: Snapshot, path: string): FileFeatures | undefined;
  /** What nginx does with a request. */
  explain(snapshot: Snapshot, question: ExplainQuestion): ExplainOutcome;
  /** A URL that the place in the file would answer; of no nginx file that of the first one. */
  exampleUrl(snapshot: Snapshot, path: string, offset: number | undefined): string | undefined;
  /** The releases that files are checked for. */
  targets(snapshot: Snapshot): TargetVersions;
  /** What the real nginx can be asked about a file; see {@link nginxTests}. */
  nginxTests(snapshot: Snapshot, path: string, alone: boolean): readonly NginxTest[];
  /** The opinions that say more than our own findings. */
  ownOpinions(
    snapshot: Snapshot,
    opinions: readonly Opinion[],
    findings: ReadonlyMap<string, readonly Finding[]>,
  ): readonly Opinion[];
  /** The stations of requests at a place of a file. */
  prepareCalls(snapshot: Snapshot, path: string, offset: number): readonly CallItem[];
  outgoingCalls(snapshot: Snapshot, item: CallItem): readonly Call[];
  incomingCalls(snapshot: Snapshot, item: CallItem): readonly Call[];
  /** Addresses of sockets and domains, for a search by name. */
  wireSymbols(snapshot: Snapshot): readonly WireSymbol[];
  /** undefined where there is no such stack. */
  diagram(snapshot: Snapshot, stack: string): StackDiagram | undefined;
  outlines(snapshot: Snapshot): readonly StackOutline[];
  plan(snapshot: Snapshot, params: PlanParams): PlanResult;
}

/** Keeps what it has computed per file version, so that a keystroke costs one file and the graph. */
export function createLanguage(): Language {
  const reader = createFileReader(isSame);
  const findings = new Map<string, Checked>();
  const effectiveOf = createEffectiveOf();
  const factsOf = createFactsOf(effectiveOf);
  let graph: { readonly facts: readonly FileFacts[]; readonly value: StackGraph } | undefined;
  let checked: ReadonlyMap<string, CheckedBefore> = new Map();
  let stacks: { readonly graph: StackGraph; readonly value: readonly Stack[] } | undefined;

  const known = new Set<string>();
  /** In the place that the last call of `enter` found for it; every question begins with one. */
  const read = (file: SourceFile): ReadFile => reader.read(file);
  const forgetGone = (files: Snapshot['files']) => {
    for (const path of known)
      if (!files.has(path)) {
        known.delete(path);
        reader.forget(path);
        findings.delete(path);
        factsOf.forget(path);
        effectiveOf.forget(path);
      }
  };
  const enter = ({ files }: Snapshot) => {
    forgetGone(files);
    for (const path of files.keys()) known.add(path);
    reader.enter(files);
  };
  const graphOf = (snapshot: Snapshot): StackGraph => {
    enter(snapshot);
    const { files } = snapshot;
    const uwsgiFile = (path: string) => {
      const file = files.get(path);
      return file && read(file).uwsgi;
    };
    const facts = [...files.values()].map((file) => factsOf(file.path, read(file), uwsgiFile));
    if (graph === undefined || !sameItems(graph.facts, facts))
      graph = {
        facts,
        value: keepParts(graph?.value, buildGraph(new Map(facts.map((file) => [file.path, file])))),
      };
    return graph.value;
  };
  const stacksOf = (snapshot: Snapshot): readonly Stack[] => {
    const current = graphOf(snapshot);
    if (stacks?.graph !== current) stacks = { graph: current, value: findStacks(current) };
    return stacks.value;
  };
  const sourcesOf = (snapshot: Snapshot): Sources => {
    const readAt = (path: string) => {
      const file = snapshot.files.get(path);
      return file && read(file);
    };
    enter(snapshot);
    let graph: StackGraph | undefined;
    return {
      // A list of completions seldom asks for it, and is waited for.
      get graph() {
        graph ??= graphOf(snapshot);
        return graph;
      },
      uwsgiFile: (path) => readAt(path)?.uwsgi,
      nginxFile: (path) => readAt(path)?.nginx,
      disk: snapshot.disk,
      installed: snapshot.installed,
      settings: snapshot.settings,
    };
  };
  const viewOf = (file: SourceFile, around: Around) => {
    const { nginx, uwsgi } = read(file);
    return {
      nginx: nginx && { ...nginx, around },
      uwsgi: uwsgi && uwsgiView(uwsgi, around),
    };
  };
  function* checkFile(file: SourceFile, around: Around): Steps<readonly Finding[]> {
    const { nginx, uwsgi } = viewOf(file, around);
    const levels = around.settings.rules;
    const found: Finding[] = [];
    for (const rule of nginx ? nginxRules : []) {
      if (nginx) found.push(...runRule(rule, nginx, file.path, levels));
      yield;
    }
    for (const rule of uwsgi ? uwsgiRules : []) {
      if (uwsgi) found.push(...runRule(rule, uwsgi, file.path, levels));
      yield;
    }
    return nginx ? withNoticedLines(nginx, found) : found;
  }
  function* ownFindings(file: SourceFile, sources: Sources): Steps<readonly Finding[]> {
    const known = findings.get(file.path);
    const reading = read(file);
    if (known?.reading === reading && known.holds(sources)) return known.value;
    const { around, holds } = trackAround(sources);
    const value = yield* checkFile(file, joinAround(around, effectiveOf));
    findings.set(file.path, { reading, value, holds });
    return value;
  }

  function* checkInSteps(snapshot: Snapshot): Steps<ReadonlyMap<string, readonly Finding[]>> {
    // Each file by itself first; who brings in whom is found out when all are read.
    for (const file of snapshot.files.values()) {
      read(file);
      yield;
    }
    const sources = sourcesOf(snapshot);
    yield;
    const around = joinAround(sources, effectiveOf);
    const view = { graph: around.graph, around };
    const found: Finding[] = [];
    for (const rule of stackRules) {
      found.push(...once(runRule(rule, view, '', snapshot.settings.rules)));
      yield;
    }
    const all = new Map<string, readonly Finding[]>();
    const across = Map.groupBy(found, ({ path }) => path);
    const now = new Map<string, CheckedBefore>();
    for (const file of snapshot.files.values()) {
      const { nginx, uwsgi } = read(file);
      if (nginx === undefined && uwsgi === undefined) continue;
      const own = yield* ownFindings(file, sources);
      const together = [...own, ...(across.get(file.path) ?? [])];
      now.set(file.path, { reading: read(file), findings: together });
      const left = suppress(file.path, file.text, together);
      if (left.length > 0) all.set(file.path, left);
    }
    checked = now;
    return all;
  }
  const check = (snapshot: Snapshot): ReadonlyMap<string, readonly Finding[]> => {
    const steps = checkInSteps(snapshot);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    return step.value;
  };

  const checkNear = (snapshot: Snapshot, path: string): readonly Finding[] | undefined => {
    const file = snapshot.files.get(path);
    const before = checked.get(path);
    if (file === undefined || before === undefined) return undefined;
    const near = nearFindings(file, before, snapshot);
    return near && suppress(path, file.text, near.findings);
  };

  const callsOf = (snapshot: Snapshot): CallContext => {
    const around = joinAround(sourcesOf(snapshot), effectiveOf);
    return {
      graph: around.graph,
      appsOf: (path) => {
        const file = around.uwsgiFile(path);
        return file === undefined ? [] : appPlaces(uwsgiView(file, around));
      },
    };
  };
  const nginxFiles = ({ files }: Snapshot) =>
    new Map(
      [...files.values()].flatMap((file) => {
        const { nginx } = read(file);
        return nginx === undefined ? [] : [[file.path, nginx] as const];
      }),
    );

  return {
    check,
    checkInSteps,
    checkNear,
    codeLenses: (snapshot, path) => [
      ...codeLenses(stacksOf(snapshot), graphOf(snapshot), path),
      ...requestLenses(stacksOf(snapshot), graphOf(snapshot), nginxFiles(snapshot), path),
      ...(snapshot.settings.wireLenses
        ? wireLenses(graphOf(snapshot), path, (other) => snapshot.files.get(other)?.text)
        : []),
    ],
    features: (snapshot, path) => {
      const file = snapshot.files.get(path);
      if (file === undefined) return undefined;
      const { nginx, uwsgi } = viewOf(file, joinAround(sourcesOf(snapshot), effectiveOf));
      if (nginx) return bind(nginxFeatures, nginx);
      return uwsgi && bind(uwsgiFeatures, uwsgi);
    },
    explain: (snapshot, question) =>
      explainUrl(
        { graph: graphOf(snapshot), files: nginxFiles(snapshot), disk: snapshot.disk },
        question,
      ),
    exampleUrl: (snapshot, path, offset) => {
      const files = nginxFiles(snapshot);
      const asked = files.get(path);
      const file = asked ?? [...files.values()].find(({ conf }) => conf.kind === 'main');
      return file && exampleUrl(files, file, asked === undefined ? undefined : offset);
    },
    targets: targetVersions,
    nginxTests: (snapshot, path, alone) =>
      nginxTests(
        { graph: graphOf(snapshot), files: nginxFiles(snapshot), disk: snapshot.disk },
        path,
        { alone },
      ),
    ownOpinions: ({ files }, opinions, findings) =>
      ownOpinions(opinions, findings, (path) => files.get(path)?.text),
    prepareCalls: (snapshot, path, offset) => prepareCalls(callsOf(snapshot), path, offset),
    outgoingCalls: (snapshot, item) => outgoingCalls(callsOf(snapshot), item),
    incomingCalls: (snapshot, item) => incomingCalls(callsOf(snapshot), item),
    wireSymbols: (snapshot) => {
      const around = joinAround(sourcesOf(snapshot), effectiveOf);
      return wireSymbols(around.graph, (path) => {
        const file = around.uwsgiFile(path);
        return file === undefined ? [] : appNames(uwsgiView(file, around));
      });
    },
    diagram: (snapshot, id) => {
      const stack = stacksOf(snapshot).find((one) => one.id === id);
      if (stack === undefined) return undefined;
      const texts = (path: string) => snapshot.files.get(path)?.text ?? snapshot.disk.text(path);
      const context = { findings: check(snapshot), textPlace: textPlaces(texts) };
      return stackDiagram({ ...callsOf(snapshot), ...context }, stack);
    },
    outlines: (snapshot) =>
      stacksOf(snapshot).map((stack) => stackOutline(stack, graphOf(snapshot), snapshot.files)),
    plan: (snapshot, params) =>
      planStack({
        stacks: stacksOf(snapshot),
        graph: graphOf(snapshot),
        findings: check(snapshot),
        readings: new Map([...snapshot.files.values()].map((file) => [file.path, read(file)])),
        settings: snapshot.settings,
        params,
      }),
  };
}

/** A file that several others bring in has its mistakes in each of them: they are told once. */
function once(findings: readonly Finding[]): readonly Finding[] {
  const places = new Map<string, Finding>();
  for (const finding of findings) {
    const { path, span, message } = finding;
    const place = `${path}\0${span.start}-${span.end}\0${message}`;
    if (!places.has(place)) places.set(place, finding);
  }
  return [...places.values()];
}

/** Who brings in whom changes seldom: the same objects then tell the rules that ask only for this. */
function keepParts(before: StackGraph | undefined, now: StackGraph): StackGraph {
  if (before === undefined) return now;
  const keep = (name: 'parts' | 'includes' | 'asked' | 'started') =>
    sameLists(before[name], now[name]) ? before[name] : now[name];
  return {
    ...now,
    parts: keep('parts'),
    includes: keep('includes'),
    asked: keep('asked'),
    started: keep('started'),
  };
}

type Lists = ReadonlyMap<string, readonly string[]>;

function sameLists(one: Lists, other: Lists): boolean {
  if (one.size !== other.size) return false;
  for (const [path, list] of one) {
    const same = other.get(path);
    if (same === undefined || !sameItems(list, same)) return false;
  }
  return true;
}

/** Adds what can be made from the sources alone; through them, so that a record of what was asked misses nothing. */
function joinAround(sources: Sources, effectiveOf: EffectiveOf): Around {
  const effective = (path: string, section?: string) =>
    effectiveOf(path, sources.uwsgiFile, section);
  return Object.defineProperties({} as Around, {
    ...Object.getOwnPropertyDescriptors(sources),
    effective: { enumerable: true, value: effective },
  });
}

function bind<View>(features: Features<View>, view: View): FileFeatures {
  return Object.fromEntries(
    Object.entries(features).map(([name, feature]) => [
      name,
      (...rest: unknown[]) =>
        (feature as (file: View, ...rest: unknown[]) => unknown)(view, ...rest),
    ]),
  ) as unknown as FileFeatures;
}

type Steps<Result> = Generator<undefined, Result>;

/** What the rules found in a file as it was read, and whether they would find the same now. */
interface Checked {
  readonly reading: ReadFile;
  readonly value: readonly Finding[];
  readonly holds: Tracked['holds'];
}

function isSame(one: SourceFile, other: SourceFile): boolean {
  return (
    one === other ||
    (one.version === other.version && one.kind === other.kind && one.text === other.text)
  );
}

function sameItems<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at]);
}

/** What a rule says of itself. undefined for what is no rule, such as a remark on a comment that silences one. */
export function ruleOf(id: string): Pick<Rule, 'id' | 'level' | 'optional' | 'docs'> | undefined {
  return [...nginxRules, ...uwsgiRules, ...stackRules].find((rule) => rule.id === id);
}
