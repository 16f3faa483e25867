import { parseUwsgiPass } from '../nginx-conf/pass.ts';
import type { SubscriptionWire, StackGraph, WireTarget } from '../stack/graph.ts';
import { fromBytes } from './bytes.ts';
import type { RequestHandler, RequestPlace } from './explanation.ts';
import { type JoinedNode, placeOfNode, titleOf } from './join-conf.ts';
import { escapeUri, type Outcome } from './outcome.ts';
import { flag, type Run, say, settings } from './run.ts';
import { evaluate, variable } from './values.ts';

/** The program or module that makes the content; undefined when it is nginx's own business with files. */
export function contentOf(run: Run, graph: StackGraph): Outcome | undefined {
  const { handler } = run;
  if (handler === undefined) return undefined;
  if (handler.name === 'uwsgi_pass') return done(uwsgi(run, graph, handler));
  const place = placeOfNode(handler);
  if (handler.name === 'proxy_pass') {
    const address = proxyAddress(run, handler);
    const sure = address !== undefined;
    const shown = address ?? handler.args[0] ?? '';
    say(run, 'handler', `proxy_pass asks ${shown}.`, handler, { sure });
    return done({
      kind: 'pass',
      status: run.status,
      directive: 'proxy_pass',
      address: shown,
      place,
    });
  }
  if (handler.name.endsWith('_pass')) {
    const address = handler.args[0] ?? '';
    say(run, 'handler', `${titleOf(handler)} takes the request.`, handler);
    return done({ kind: 'pass', status: run.status, directive: handler.name, address, place });
  }
  say(run, 'handler', `${handler.name} answers.`, handler);
  return done({ kind: 'module', status: run.status, directive: handler.name, place });
}

function done(handler: RequestHandler): Outcome {
  return { kind: 'done', handler };
}

/** What is asked of the other server; undefined where the files do not tell. */
function proxyAddress(run: Run, node: JoinedNode): string | undefined {
  const [written = ''] = node.args;
  const value = evaluate(run, written);
  if ('unknown' in value) return undefined;
  const address = fromBytes(value.text);
  const query = run.args === '' ? '' : `?${run.args}`;
  const escaped = escapeUri(run.uri);
  const parts = /^(https?:\/\/(?:unix:[^:]*:?|[^/?]*))(.*)$/i.exec(address);
  const [, host = address, uri = ''] = parts ?? [];
  // With variables, a path that is written is sent as it is, and nothing of the request's own.
  if (written.includes('$') && uri !== '') return address;
  if (uri === '') return host + (run.untouched ? run.request.target : escaped + query);
  // A path that `rewrite … break` has made is sent whole, and what is written here does not count.
  if (!run.fitsLocation) return host + escaped + query;
  return host + uri + escapeUri(run.uri.slice(run.location?.prefix.length ?? 0)) + query;
}

function uwsgi(run: Run, graph: StackGraph, node: JoinedNode): RequestHandler {
  const [address = ''] = node.args;
  const targets = targetsOf(graph, node);
  const ends = targets.flatMap((target) => target.ends);
  const routers = ends.filter(({ path }) => graph.files.get(path)?.uwsgi?.router === true);
  const direct = ends.filter((end) => !routers.includes(end));
  const place = placeOfNode(node);
  const routerPlaces = routers.map(({ socket }) => ({ path: socket.path, span: socket.span }));
  const elsewhere = routers.some(({ path }) => graph.files.get(path)?.uwsgi?.otherMapper === true);
  const { status } = run;
  const handler = {
    kind: 'uwsgi',
    status,
    address,
    routers: routerPlaces,
    elsewhere,
    place,
  } as const;
  if (routers.length === 0) {
    const workers = direct.map(({ socket }) => ({ path: socket.path, span: socket.span }));
    const where =
      workers.length > 0
        ? 'where a worker listens'
        : parseUwsgiPass(address).kind === 'variable'
          ? 'which is known only when the request arrives'
          : 'where none of the files listens';
    say(run, 'handler', `uwsgi_pass hands the request to ${address}, ${where}.`, node, {
      sure: workers.length > 0,
    });
    return { ...handler, key: undefined, workers };
  }
  say(run, 'handler', `uwsgi_pass hands the request to the router at ${address}.`, node);
  const key = keyOf(run);
  const wires = graph.subscriptions.filter((wire) =>
    wire.ends.some(({ path }) => routers.some((router) => router.path === path)),
  );
  const workers =
    key.text === undefined ? wires : wires.filter((wire) => announces(wire, key.text));
  sayKey(run, key, workers, wires, elsewhere);
  return { ...handler, key: key.text, workers: workers.map(placeOfWire) };
}

function targetsOf(graph: StackGraph, { path, node }: JoinedNode): readonly WireTarget[] {
  const start = node.statement.args[0]?.span.start;
  return graph.passes
    .filter((wire) => wire.path === path && wire.pass.span.start === start)
    .flatMap(({ targets }) => targets);
}

interface Key {
  readonly text: string | undefined;
  /** `UWSGI_FASTROUTER_KEY $host`, or the header. */
  readonly from: string;
  readonly node: JoinedNode | undefined;
}

/**
 * The router looks at UWSGI_FASTROUTER_KEY, then at HTTP_HOST, then at SERVER_NAME. A `uwsgi_param` HTTP_HOST takes the
 * place of the header, an empty one suppresses it; without one nginx sends the header as it came.
 */
function keyOf(run: Run): Key {
  const parameters = settings(run, 'uwsgi_param');
  for (const name of ['UWSGI_FASTROUTER_KEY', 'HTTP_HOST', 'SERVER_NAME']) {
    const node = parameters.findLast(({ args }) => args[0] === name);
    if (node === undefined) {
      if (name !== 'HTTP_HOST' || !flag(run, 'uwsgi_pass_request_headers', true)) continue;
      const header = variable(run, 'http_host');
      const text = 'text' in header ? fromBytes(header.text) : undefined;
      return { text, from: 'the Host header', node: undefined };
    }
    const value = evaluate(run, node.args[1] ?? '');
    const text = 'text' in value ? fromBytes(value.text) : undefined;
    if (text !== '') return { text, from: node.args.slice(0, 2).join(' '), node };
  }
  return { text: '', from: 'no parameter names one', node: undefined };
}

function announces({ subscription }: SubscriptionWire, key: string | undefined): boolean {
  return key !== undefined && subscription.key?.text === key;
}

function placeOfWire({ subscription }: SubscriptionWire): RequestPlace {
  const { path, key, span } = subscription;
  return { path, span: key?.span ?? span };
}

function sayKey(
  run: Run,
  key: Key,
  workers: readonly SubscriptionWire[],
  all: readonly SubscriptionWire[],
  elsewhere: boolean,
): void {
  if (key.text === undefined) {
    const text = `Which key the router looks for is not in the files (${key.from}).`;
    say(run, 'handler', text, key.node, { sure: false });
    return;
  }
  const [first] = workers;
  const lost = all
    .filter((wire) => !workers.includes(wire))
    .map((wire) => ({
      title: wire.subscription.key?.text ?? 'no key',
      reason: 'another key',
      place: placeOfWire(wire),
    }));
  const kinds = new Set(workers.map(({ path }) => path)).size;
  const found =
    first === undefined
      ? elsewhere
        ? 'which no worker here announces; it also finds workers in other ways'
        : 'and no worker here announces it: nginx answers 502'
      : `which ${kinds === 1 ? 'a worker file announces' : `${String(kinds)} worker files announce`}`;
  const text = `The router looks for the key "${key.text}" (${key.from}), ${found}.`;
  const place = first === undefined ? undefined : placeOfWire(first);
  const sure = first !== undefined || !elsewhere;
  const step = { kind: 'handler', text, sure, lost: lost.slice(0, 60) } as const;
  run.steps.push({ ...step, place: place ?? (key.node && placeOfNode(key.node)) });
}
