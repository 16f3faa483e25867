import type { ConfNode } from '../../nginx-conf/conf.ts';
import { splitHostPort } from '../../nginx-conf/host-port.ts';
import { isTemplatedStatement } from '../../nginx-conf/template.ts';
import type { NginxView } from '../../rules/inputs.ts';
import { removeStatement } from '../../rules/nginx/remove-statement.ts';
import { configurationOf, declared } from '../../stack/nginx-configuration.ts';
import type { Action } from '../feature.ts';
import { passedAddress, showsAddress } from './passed-address.ts';

/** Puts the address of an upstream with one plain server into every pass that uses it, and takes the upstream away. */
export function inlineUpstream(view: NginxView, node: ConfNode): Action | undefined {
  const name = upstreamName(node);
  if (name === undefined) return undefined;
  const [upstream, another] = declared(view, 'upstream', 'http').filter(
    (one) => one.name.toLowerCase() === name,
  );
  if (upstream === undefined || another !== undefined || upstream.file.path !== view.path)
    return undefined;
  const address = onlyAddress(upstream.node);
  if (address === undefined) return undefined;
  const edits = [];
  for (const file of configurationOf(view))
    for (const other of file.conf.all) {
      const pass = passedAddress(other);
      // A word that may hold the name in another way keeps the upstream where it is.
      if (pass?.text.toLowerCase() !== name) {
        if (mentions(other, name)) return undefined;
        continue;
      }
      if (file.path !== view.path || showsAddress(view, other)) return undefined;
      edits.push({ path: view.path, span: pass.span, newText: address });
    }
  if (edits.length === 0) return undefined;
  const removed = removeStatement(view.path, view.text, upstream.node.statement, '').edits;
  return {
    title: `Inline the upstream "${upstream.name}"`,
    kind: 'refactor.rewrite',
    edits: [...removed, ...edits],
  };
}

function upstreamName(node: ConfNode): string | undefined {
  const { statement, parent } = node;
  const block = statement.name.value === 'upstream' ? node : parent;
  if (block?.statement.name.value === 'upstream')
    return block.statement.args[0]?.value.toLowerCase();
  return passedAddress(node)?.text.toLowerCase();
}

/** Of an upstream that says nothing else. */
function onlyAddress({ children }: ConfNode): string | undefined {
  const [server, ...others] = children;
  if (server?.statement.name.value !== 'server' || others.length > 0) return undefined;
  const [word, ...parameters] = server.statement.args;
  if (word === undefined || parameters.length > 0 || isTemplatedStatement(server.statement))
    return undefined;
  if (word.value.startsWith('unix:')) return word.value;
  const address = splitHostPort(word.value);
  if (address.kind === 'invalid') return undefined;
  return address.port === undefined ? `${word.value}:80` : word.value;
}

/** A pass by a variable may end up at any upstream; `map`, `set` and others may hold the name. */
function mentions({ statement }: ConfNode, name: string): boolean {
  const directive = statement.name.value;
  if (directive.endsWith('_pass')) return statement.args[0]?.value.includes('$') === true;
  if (directive === 'upstream' || directive === 'server_name') return false;
  return [statement.name, ...statement.args].some(({ value }) => value.toLowerCase() === name);
}
