import type { ConfNode } from '../../nginx-conf/conf.ts';
import { mayOpen } from '../../nginx-conf/may-open.ts';
import { ancestors } from '../../nginx-conf/walk.ts';
import type { NginxView } from '../../rules/inputs.ts';
import type { FileEdit } from '../../rules/rule.ts';
import { declared } from '../../stack/nginx-configuration.ts';
import type { Action } from '../feature.ts';
import { isLiteral, passedAddress, showsAddress } from './passed-address.ts';

/** Gives the address of a pass a name: an `upstream` before the server, and its name in every pass to that address. */
export function extractUpstream(view: NginxView, node: ConfNode): Action | undefined {
  const own = passedAddress(node);
  if (own === undefined) return undefined;
  const upstreams = declared(view, 'upstream', 'http').map(({ name }) => name.toLowerCase());
  if (!isLiteral(own) || upstreams.includes(own.text.toLowerCase())) return undefined;
  if (showsAddress(view, node)) return undefined;
  const server = [...ancestors(node)].find((block) => mayOpen(block, 'server'));
  if (server === undefined) return undefined;
  const kind = node.statement.name.value;
  const same = view.conf.all.flatMap((other) => {
    const address = other.statement.name.value === kind ? passedAddress(other) : undefined;
    const fits = address?.text === own.text && address.defaultPort === own.defaultPort;
    return address && fits && !showsAddress(view, other) ? [address] : [];
  });
  const name = freeName(kind.replace('_pass', ''), upstreams);
  const hasPort = own.text.startsWith('unix:') || /:\d+$/.test(own.text);
  const address = hasPort ? own.text : `${own.text}:${own.defaultPort ?? 80}`;
  const edits: FileEdit[] = [
    upstreamBefore(view, firstServer(view, server), name, address),
    ...same.map(({ span }) => ({ path: view.path, span, newText: name })),
  ];
  const places = same.length > 1 ? ` (${same.length} places)` : '';
  return { title: `Extract ${own.text} to an upstream${places}`, kind: 'refactor.extract', edits };
}

function freeName(protocol: string, taken: readonly string[]): string {
  const base = protocol === 'proxy' || protocol === 'grpc' ? 'backend' : 'app';
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}${number}`;
    if (!taken.includes(name)) return name;
  }
}

/** The first server of the same block: an upstream stands before all that use it. */
function firstServer(view: NginxView, server: ConfNode): ConfNode {
  const siblings = server.parent?.children ?? view.conf.nodes;
  return siblings.find((one) => mayOpen(one, 'server')) ?? server;
}

function upstreamBefore(
  view: NginxView,
  server: ConfNode,
  name: string,
  address: string,
): FileEdit {
  const { start } = server.statement.span;
  const lineStart = view.text.lastIndexOf('\n', start - 1) + 1;
  const lead = view.text.slice(lineStart, start);
  const isAlone = lead.trim() === '';
  const indent = isAlone ? lead : '';
  const unit = indent.includes('\t') ? '\t' : indent.length === 2 ? '  ' : '    ';
  const block = `upstream ${name} {\n${indent}${unit}server ${address};\n${indent}}`;
  const newText = isAlone ? `${block}\n${indent}` : `upstream ${name} { server ${address}; } `;
  return { path: view.path, span: { start, end: start }, newText };
}
