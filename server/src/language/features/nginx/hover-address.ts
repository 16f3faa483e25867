import { parseListen } from '../../nginx-conf/listen.ts';
import { mayOpen } from '../../nginx-conf/may-open.ts';
import type { NginxView } from '../../rules/inputs.ts';
import type { SocketEnd } from '../../stack/graph.ts';
import { basename } from '../../text/path.ts';
import { bullets, codeSpan, escapeMarkdown, paragraphs } from '../markdown.ts';
import type { ValueReader } from './value-reader.ts';
import { upstreamHover } from './hover-names.ts';
import { lineOf } from './line-of.ts';
import type { WordPlace } from './node-at.ts';

/** Where an address leads: of `listen`, of `uwsgi_pass`, of a server in an upstream. */
export const addressHover: ValueReader = (view, place) => {
  const { node, index } = place;
  const name = node.statement.name.value;
  if (index !== 0) return undefined;
  if (name === 'listen') return listenAddress(place);
  if (name === 'uwsgi_pass') return uwsgiTarget(view, place);
  if (name === 'server' && node.parent !== undefined && mayOpen(node.parent, 'upstream'))
    return upstreamServer(view, place);
  return undefined;
};

function listenAddress({ word }: WordPlace): string | undefined {
  const parsed = parseListen(word.value);
  switch (parsed.kind) {
    case 'unix':
      return `Unix socket ${codeSpan(parsed.path)}`;
    case 'tcp': {
      const ports =
        parsed.lastPort === parsed.port
          ? `port **${parsed.port}**`
          : `ports **${parsed.port}** to **${parsed.lastPort}**`;
      const host =
        parsed.host === '*' || parsed.host === '0.0.0.0'
          ? 'every IPv4 address of the machine'
          : parsed.host === '::'
            ? 'every IPv6 address of the machine; IPv4 needs a `listen` of its own'
            : codeSpan(parsed.host);
      const low = parsed.port < 1024 ? 'Ports below 1024 usually need root.' : undefined;
      return paragraphs(`Listens on ${ports} of ${host}.`, low);
    }
    case 'template':
    case 'invalid':
      return undefined;
  }
}

function uwsgiTarget(view: NginxView, { word }: WordPlace): string | undefined {
  const wire = view.around.graph.passes.find(
    ({ path, pass }) => path === view.path && pass.span.start === word.span.start,
  );
  const upstream =
    wire?.pass.target.kind === 'upstream' ? upstreamHover(view, wire.pass.target.name) : undefined;
  const ends = wire?.targets.flatMap((target) => target.ends) ?? [];
  // That nothing listens at the address is for `stack/no-dangling-pass` to say, in the same hover.
  return ends.length === 0 ? upstream : paragraphs(upstream, describeEnds(view, ends));
}

function upstreamServer(view: NginxView, { word }: WordPlace): string | undefined {
  const targets = view.around.graph.passes.flatMap((wire) =>
    wire.targets.filter(({ path, span }) => path === view.path && span.start === word.span.start),
  );
  const ends = new Map(
    targets
      .flatMap((target) => target.ends)
      .map((end) => [`${end.path} ${end.socket.span.start}`, end]),
  );
  if (ends.size > 0) return describeEnds(view, [...ends.values()]);
  return /[:$]/.test(word.value) || word.value.startsWith('{')
    ? undefined
    : `${codeSpan(word.value)} Without a port nginx takes **80**, under \`uwsgi_pass\` too.`;
}

function describeEnds({ around }: NginxView, ends: readonly SocketEnd[]): string {
  return paragraphs(
    'Leads to',
    bullets(
      ends.map(({ path, socket }) => {
        const uwsgi = around.graph.files.get(path)?.uwsgi;
        const role =
          socket.option.includes('fastrouter') || (uwsgi?.router === true && !uwsgi.worker)
            ? 'FastRouter'
            : 'uWSGI';
        const text = around.uwsgiFile(path)?.text;
        const line = text === undefined ? '' : `, line ${lineOf(text, socket.span.start)}`;
        return `${role}: ${codeSpan(socket.text)} of ${codeSpan(socket.option)} in ${escapeMarkdown(basename(path))}${line}`;
      }),
    ),
  );
}
