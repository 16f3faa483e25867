import type { Disk } from '../disk.ts';
import type { StatementKind } from '../nginx-conf/conf.ts';
import type { NginxFile } from '../rules/inputs.ts';
import type { StackGraph } from '../stack/graph.ts';
import { dirname } from '../text/path.ts';
import { accessPhase, exceptBlock } from './access-phase.ts';
import { fromBytes, toBytes } from './bytes.ts';
import { chooseServer, type ChosenServer } from './choose-server.ts';
import { contentOf } from './content.ts';
import { errorPage } from './error-pages.ts';
import type { AskedRequest, Explanation, RequestHandler } from './explanation.ts';
import { staticContent, tryFiles } from './files-phase.ts';
import { findLocation } from './find-location.ts';
import { type HttpModel, readHttp } from './http-model.ts';
import { joinConf, type JoinedNode, placeOfNode, titleOf } from './join-conf.ts';
import { normaliseUri } from './normalise-uri.ts';
import { answer, escapeUri, on, type Outcome } from './outcome.ts';
import { contentHandler, rewritePhase } from './rewrite-phase.ts';
import { capture, flag, type Run, say, settings } from './run.ts';

export interface ExplainInput {
  /** A main configuration; a fragment is taken for what could stand in `http` or in one server. */
  readonly main: NginxFile;
  /** All files of nginx, for what it includes. */
  readonly files: ReadonlyMap<string, NginxFile>;
  readonly graph: StackGraph;
  readonly disk: Pick<Disk, 'look'>;
}

/** A configuration that is ready to be asked. */
export interface RequestMap {
  readonly main: string;
  readonly model: HttpModel;
  readonly top: readonly JoinedNode[];
  readonly maps: ReadonlyMap<string, JoinedNode>;
  readonly made: ReadonlySet<string>;
}

/** Reads a configuration once, for any number of requests. */
export function readRequestMap({ main, files }: Pick<ExplainInput, 'main' | 'files'>): RequestMap {
  const top = joinConf(main, files);
  const maps = new Map<string, JoinedNode>();
  const made = new Set<string>();
  const waiting = [...top];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const variable = (word = '') => /^\$(\w+)$/.exec(word)?.[1];
    const map = node.name === 'map' ? variable(node.args[1]) : undefined;
    if (map !== undefined) maps.set(map, node);
    const set = node.name === 'set' ? variable(node.args[0]) : undefined;
    if (set !== undefined) made.add(set);
    for (const word of [node.name, ...node.args])
      for (const [, group = ''] of word.matchAll(/\(\?P?[<'](\w+)[>']/g)) made.add(group);
    waiting.push(...node.children);
  }
  const model = readHttp(top, rootNode(main));
  return { main: main.path, model, top, maps, made };
}

/** Stands for the server around the statements of a fragment. */
function rootNode(main: NginxFile): JoinedNode {
  const at = { start: 0, end: 0 };
  const name = { span: at, value: 'server', quote: undefined };
  const statement = { span: at, name, args: [], end: { kind: 'missing' as const } };
  const meaning = { contexts: [], known: [], opens: 'server' };
  const kind: StatementKind = {
    ...meaning,
    ...{ name: 'server', count: 0, end: 'missing', templated: false, entry: undefined, nodes: [] },
  };
  const node = {
    ...{ ...meaning, statement, kind, parent: undefined, children: [], inStream: false },
  };
  const common = { name: 'server', args: [], block: true, parent: undefined, children: [] };
  return { path: main.path, node, ...common };
}

/** Follows a request through nginx's phases, as far as the files decide them. */
export function explainRequest(
  map: RequestMap,
  { graph, disk }: Pick<ExplainInput, 'graph' | 'disk'>,
  request: AskedRequest,
): Explanation {
  const { steps, chosen } = chooseServer(map.model, request);
  const target = toBytes(request.target);
  const common = { request, main: map.main };
  if (chosen === undefined) {
    const handler: RequestHandler = { kind: 'nothing', place: undefined };
    const places = { server: undefined, location: undefined, uri: fromBytes(target) };
    return { ...common, ...places, steps, handler, sure: true };
  }
  const run: Run = {
    request,
    chosen,
    maps: map.maps,
    made: map.made,
    prefix: dirname(map.main),
    disk,
    steps: [...steps],
    method: request.method.toUpperCase(),
    uri: target,
    args: '',
    groups: [],
    variables: new Map(),
    location: undefined,
    condition: undefined,
    handler: undefined,
    internal: false,
    untouched: true,
    fitsLocation: true,
    changes: 11,
    failed: false,
    status: undefined,
  };
  capture(run, chosen.match);
  const handler = readTarget(run, chosen, target) ?? follow(run, graph);
  const { location } = run;
  return {
    ...common,
    steps: run.steps,
    server: placeOfNode(chosen.server.node),
    location: location && placeOfNode(location.node),
    uri: fromBytes(run.uri),
    handler,
    sure: run.steps.every(({ sure }) => sure),
  };
}

/** The request line; undefined when it makes sense. */
function readTarget(run: Run, chosen: ChosenServer, target: string): RequestHandler | undefined {
  const { request } = run;
  const refuse = (text: string): RequestHandler => {
    say(run, 'uri', text);
    return { kind: 'answer', status: 400, location: undefined, body: undefined, place: undefined };
  };
  if (chosen.ssl !== (request.scheme === 'https') && !request.address?.startsWith('unix:'))
    return refuse(
      chosen.ssl
        ? 'This address takes https only: nginx answers plain http with 400.'
        : 'This address takes plain http only: https fails before any request.',
    );
  // The request line is read before the Host header, so that the setting of the default server counts.
  const server = { ...run, chosen: { ...chosen, server: chosen.defaultServer } };
  const merge = flag(server, 'merge_slashes', true);
  const found = normaliseUri(target, merge);
  if (found === undefined) return refuse(`nginx answers 400: ${request.target} is no valid path.`);
  run.uri = found.uri;
  run.args = found.args;
  const sent = target.split(/[?#]/)[0];
  if (found.uri !== sent)
    say(
      run,
      'uri',
      `Decoded and cleaned, the path is ${fromBytes(found.uri)}; locations see this one.`,
    );
  return undefined;
}

/** A circle of named locations, error pages and rewriting ends by `changes`; this only guards the loop itself. */
const roundLimit = 100;

function follow(run: Run, graph: StackGraph): RequestHandler {
  let outcome: Outcome = serverRewrite(run);
  for (let round = 0; round < roundLimit; round++) {
    switch (outcome.kind) {
      case 'done':
        return outcome.handler;
      case 'status':
        outcome = errorPage(run, outcome.status, outcome.node);
        break;
      case 'internal':
        if (--run.changes <= 0) return cycle(run);
        run.uri = outcome.uri;
        run.args = outcome.args;
        run.internal = true;
        run.untouched = false;
        run.fitsLocation = true;
        outcome = serverRewrite(run);
        break;
      case 'named':
        if (--run.changes <= 0) return cycle(run);
        outcome = namedLocation(run, outcome.name, outcome.node, graph);
        break;
      case 'again':
        if (--run.changes <= 0) return cycle(run);
        outcome = on;
        break;
      case 'on':
        outcome = locationPhases(run, graph);
    }
  }
  return cycle(run);
}

function cycle(run: Run): RequestHandler {
  say(run, 'handler', 'The request has been sent on ten times: nginx gives up and answers 500.');
  return { kind: 'answer', status: 500, location: undefined, body: undefined, place: undefined };
}

function serverRewrite(run: Run): Outcome {
  run.location = undefined;
  run.condition = undefined;
  run.handler = undefined;
  const outcome = rewritePhase(run);
  // The location is looked for in any case.
  return outcome.kind === 'again' ? on : outcome;
}

function locationPhases(run: Run, graph: StackGraph): Outcome {
  run.condition = undefined;
  run.handler = undefined;
  const { locations } = run.chosen.server;
  const found = findLocation(locations, run.uri);
  const { location, lost, sure, reason } = found;
  run.location = location;
  if (location === undefined) {
    const text =
      locations.length === 0
        ? 'The server has no location: its own settings count.'
        : `No location fits ${fromBytes(run.uri)}: the server's own settings count.`;
    say(run, 'location', text, undefined, { lost, sure });
  } else {
    const text = `${titleOf(location.node)} wins for ${fromBytes(run.uri)}: ${reason}.`;
    say(run, 'location', text, location.node, { lost, sure });
    capture(run, found.match);
    const [internal] = settings(run, 'internal');
    if (internal !== undefined && !run.internal) {
      say(run, 'access', 'internal keeps requests from outside out.', internal);
      return { kind: 'status', status: 404, node: internal };
    }
    if (found.addsSlash) return addSlash(run, location.node, location.prefix);
  }
  return insideLocation(run, graph);
}

function addSlash(run: Run, node: JoinedNode, path: string): Outcome {
  const query = run.args === '' ? '' : `?${run.args}`;
  return answer(run, 301, node, { location: escapeUri(path) + query });
}

function insideLocation(run: Run, graph: StackGraph): Outcome {
  const { location } = run;
  const except = exceptBlock(run);
  run.condition = except;
  run.handler = location && contentHandler(location.node);
  const steps = [
    // The rewriting of a location is none of its `limit_except`; the server's own has been done before.
    ...(location !== undefined && except === undefined ? [() => rewritePhase(run)] : []),
    () => accessPhase(run),
    () => tryFiles(run),
    () => contentOf(run, graph) ?? staticContent(run),
  ];
  for (const step of steps) {
    const outcome = step();
    if (outcome.kind !== 'on') return outcome;
  }
  return on;
}

function namedLocation(run: Run, name: string, from: JoinedNode, graph: StackGraph): Outcome {
  const location = run.chosen.server.locations.find(
    ({ modifier, path }) => modifier === '@' && path === name,
  );
  if (location === undefined) {
    say(run, 'location', `The server has no location ${name}: nginx answers 500.`, from);
    return { kind: 'status', status: 500, node: from };
  }
  run.location = location;
  run.internal = true;
  say(run, 'location', `${titleOf(location.node)} takes over.`, location.node);
  return insideLocation(run, graph);
}
