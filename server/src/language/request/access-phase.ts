import { type JoinedNode, named, titleOf } from './join-conf.ts';
import { on, type Outcome } from './outcome.ts';
import { type Run, say, settings } from './run.ts';

/** Who may come in: `limit_except`, `allow` and `deny`, passwords. Most of it depends on who asks. */
export function accessPhase(run: Run): Outcome {
  const [first] = accessRules(run);
  if (first?.name === 'deny' && first.args[0] === 'all') {
    const { parent } = first;
    const why =
      parent?.name === 'limit_except' ? `: ${run.method} is none of ${titleOf(parent)}` : '';
    say(run, 'access', `${titleOf(first)} refuses the request${why}.`, first);
    return { kind: 'status', status: 403, node: first };
  }
  if (first !== undefined)
    say(run, 'access', 'allow and deny decide by the address of the client.', first, {
      sure: first.name === 'allow' && first.args[0] === 'all',
    });
  for (const name of ['auth_basic', 'auth_request', 'auth_jwt']) {
    const node = settings(run, name).at(-1);
    if (node !== undefined && node.args[0] !== 'off')
      say(run, 'access', `${titleOf(node)} may refuse the request.`, node, { sure: false });
  }
  return on;
}

function accessRules(run: Run): readonly JoinedNode[] {
  // Both kinds count together: the innermost level that has any of them.
  const [allow] = settings(run, 'allow');
  const [deny] = settings(run, 'deny');
  const level = [allow, deny]
    .filter((node) => node !== undefined)
    .sort((a, b) => depth(b) - depth(a))[0]?.parent;
  return level === undefined ? [] : rulesIn(level);
}

function rulesIn({ children }: JoinedNode): readonly JoinedNode[] {
  return children.filter(({ name }) => name === 'allow' || name === 'deny');
}

function depth(node: JoinedNode): number {
  let count = 0;
  for (let block = node.parent; block !== undefined; block = block.parent) count++;
  return count;
}

/** The block whose settings count for methods that it does not name; GET brings HEAD with it. */
export function exceptBlock(run: Run): JoinedNode | undefined {
  const block = named(run.location?.node.children ?? [], 'limit_except').find((one) => one.block);
  if (block === undefined) return undefined;
  const free = block.args.map((method) => method.toUpperCase());
  return free.includes(run.method) || (run.method === 'HEAD' && free.includes('GET'))
    ? undefined
    : block;
}
