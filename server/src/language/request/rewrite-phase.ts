import { fromBytes, toBytes } from './bytes.ts';
import { type JoinedNode, titleOf } from './join-conf.ts';
import { answer, escapeArgs, on, type Outcome } from './outcome.ts';
import { compilePattern } from './pattern.ts';
import { capture, forget, type Run, say } from './run.ts';
import { decide } from './condition.ts';
import { evaluate } from './values.ts';

/**
 * The directives of the rewrite module in the order of the file: those of the server before the location is looked for,
 * those of the location after it.
 */
export function rewritePhase(run: Run): Outcome {
  const block = run.location?.node ?? run.chosen.server.node;
  let changed = false;
  // What stands in an `if` follows at once; then the rest of the block around.
  const waiting = [...block.children].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const done = (): Outcome => {
      waiting.length = 0;
      return on;
    };
    switch (node.name) {
      case 'set':
        setVariable(run, node);
        break;
      case 'break':
        say(run, 'rewrite', 'break ends the rewriting here.', node);
        if (changed) run.fitsLocation = false;
        changed = false;
        done();
        break;
      case 'return':
        return returns(run, node);
      case 'if':
        if (node.block && decide(run, node)) {
          if (run.location !== undefined) enter(run, node);
          waiting.push(...[...node.children].reverse());
        }
        break;
      case 'rewrite': {
        const result = rewrites(run, node);
        if (result.kind === 'answered') return result.outcome;
        if (result.kind === 'missed') break;
        changed = result.again;
        if (!result.again) run.fitsLocation = false;
        if (result.ends) done();
        break;
      }
    }
  }
  return changed ? { kind: 'again' } : on;
}

/** From here on the settings of the `if` count, its handler included. */
function enter(run: Run, node: JoinedNode): void {
  run.condition = node;
  run.handler = contentHandler(node) ?? run.handler;
}

const handlers =
  /^(?:(?:proxy|uwsgi|fastcgi|scgi|grpc|memcached)_pass|stub_status|empty_gif|flv|mp4|perl|js_content|echo|content_by_lua(?:_block|_file)?|random_index_pass|api|status|f4f|hls|session_log_pass|dav_methods_pass)$/;

/** Of several in one block the last counts; nginx doesn't complain. */
export function contentHandler({ children }: JoinedNode): JoinedNode | undefined {
  return children.findLast(({ name, args }) => handlers.test(name) && args[0] !== 'off');
}

function setVariable(run: Run, node: JoinedNode): void {
  const [target = '', value = ''] = node.args;
  const result = evaluate(run, value);
  const name = target.replace(/^\$/, '');
  if (name === 'args' && 'text' in result) run.args = result.text;
  else run.variables.set(name, result);
  const shown =
    'text' in result ? `"${fromBytes(result.text)}"` : 'a value that the files do not tell';
  say(run, 'rewrite', `${target} becomes ${shown}.`, node);
}

const redirects: readonly number[] = [301, 302, 303, 307, 308];

function returns(run: Run, node: JoinedNode): Outcome {
  const [first = '', text] = node.args;
  const isCode = /^\d{1,3}$/.test(first);
  const code = isCode ? Number(first) : 302;
  const written = isCode ? text : first;
  if (code === 444) {
    say(run, 'handler', 'return 444 closes the connection without an answer.', node);
    return { kind: 'done', handler: { kind: 'nothing', place: undefined } };
  }
  if (written === undefined && code >= 400) {
    say(run, 'handler', `${titleOf(node)} answers.`, node);
    return { kind: 'status', status: code, node };
  }
  const value = written === undefined ? undefined : evaluate(run, written);
  const sure = value === undefined || 'text' in value;
  const known = value !== undefined && 'text' in value ? value.text : undefined;
  say(run, 'handler', `${titleOf(node)} answers.`, node, { sure });
  if (redirects.includes(code)) {
    if (known === undefined && written !== undefined)
      return { kind: 'done', handler: unknownRedirect(code, written) };
    return answer(run, code, node, { location: known === '' ? undefined : known });
  }
  return answer(run, code, node, known === undefined ? {} : { body: fromBytes(known) });
}

function unknownRedirect(status: number, written: string) {
  return { kind: 'answer', status, location: written, body: undefined, place: undefined } as const;
}

type Rewritten =
  | { readonly kind: 'missed' }
  | { readonly kind: 'changed'; readonly again: boolean; readonly ends: boolean }
  | { readonly kind: 'answered'; readonly outcome: Outcome };

function rewrites(run: Run, node: JoinedNode): Rewritten {
  const [source = '', written = '', flag] = node.args;
  const pattern = compilePattern(toBytes(source), false);
  const match = pattern === undefined ? 'unknown' : pattern.match(run.uri);
  const missed: Rewritten = { kind: 'missed' };
  if (match === 'unknown') {
    say(run, 'rewrite', `${titleOf(node)} could not be tried here, and was skipped.`, node, {
      sure: false,
    });
    return missed;
  }
  forget(run);
  if (match === undefined) return missed;
  capture(run, match);
  const scheme = /^(?:https?:\/\/|\$scheme)/.test(written);
  const status = flag === 'permanent' ? 301 : flag === 'redirect' || scheme ? 302 : undefined;
  const dropsArgs = written.endsWith('?');
  const target = dropsArgs ? written.slice(0, -1) : written;
  const question = target.indexOf('?');
  if (status !== undefined) return redirectsTo(run, node, status, target, dropsArgs);
  const path = evaluate(run, question === -1 ? target : target.slice(0, question));
  const query = question === -1 ? undefined : escapedGroups(run, target.slice(question + 1));
  if ('unknown' in path || (query !== undefined && 'unknown' in query)) {
    const cause = 'unknown' in path ? path.unknown : '';
    const text = `${titleOf(node)} fits, but where it leads depends on ${cause}.`;
    say(run, 'rewrite', text, node, { sure: false });
    return missed;
  }
  const own = dropsArgs ? '' : run.args;
  if (query === undefined) run.args = own;
  else run.args = own === '' ? query.text : `${query.text}&${own}`;
  if (path.text === '') {
    say(run, 'rewrite', `${titleOf(node)} makes the path empty.`, node);
    return { kind: 'answered', outcome: { kind: 'status', status: 500, node } };
  }
  run.uri = path.text;
  run.untouched = false;
  // As the reference says of `internal`: what `rewrite` has changed counts as nginx's own request.
  run.internal = true;
  const again = flag !== 'break';
  const then =
    flag === 'break'
      ? ', and this location keeps the request'
      : flag === 'last'
        ? ', and the location is looked for again'
        : '';
  say(run, 'rewrite', `${titleOf(node)} makes the path ${fromBytes(run.uri)}${then}.`, node);
  return { kind: 'changed', again, ends: flag === 'last' || flag === 'break' };
}

function redirectsTo(
  run: Run,
  node: JoinedNode,
  status: number,
  target: string,
  dropsArgs: boolean,
): Rewritten {
  const value = escapedGroups(run, target);
  say(run, 'handler', `${titleOf(node)} fits and redirects the client.`, node, {
    sure: 'text' in value,
  });
  if ('unknown' in value)
    return {
      kind: 'answered',
      outcome: { kind: 'done', handler: unknownRedirect(status, target) },
    };
  const more = dropsArgs || run.args === '' ? '' : `${target.includes('?') ? '&' : '?'}${run.args}`;
  return {
    kind: 'answered',
    outcome: answer(run, status, node, { location: value.text + more }),
  };
}

/** Groups of a decoded path are encoded again where they go into a query or to the client. */
function escapedGroups(run: Run, written: string) {
  const encoded = /[%+]/.test(run.request.target.split('?')[0] ?? '');
  return evaluate(encoded ? { ...run, groups: run.groups.map(escapeArgs) } : run, written);
}
