import type { UwsgiView } from '../../rules/inputs.ts';
import type { AddressPlace } from '../../rules/uwsgi/addresses-of.ts';
import { type Span, contains } from '../../text/span.ts';
import { type Address, isAnyHost, parseAddress } from '../../uwsgi/address.ts';
import { bullets, codeSpan, paragraphs } from '../markdown.ts';
import { where } from './where.ts';

/** What an address means where it stands, and who is at its other end. `at` is its place in the file. */
export function addressMarkdown(view: UwsgiView, place: AddressPlace, at: Span): string {
  const address = parseAddress(place.text, place.use);
  const others = otherEnds(view, at);
  return paragraphs(
    `**${codeSpan(place.text)}**`,
    addressWords(address, place),
    others.length > 0 ? bullets(others) : undefined,
  );
}

function addressWords(address: Address, { use, resolved }: AddressPlace): string {
  const datagram = use === 'subscription-server' || use === 'subscribe-target';
  switch (address.kind) {
    case 'tcp': {
      const transport = datagram ? 'UDP' : 'TCP';
      const host = hostWords(address.host, address.pattern);
      const port = address.auto ? 'a free port that the kernel chooses' : `port ${address.port}`;
      return `${transport}, ${host}, ${port}.`;
    }
    case 'unix':
      return `A unix ${datagram ? 'datagram ' : ''}socket at this path${address.path.startsWith('/') ? '' : `, from ${use === 'shared-socket' ? 'the directory that uWSGI is started in' : 'the directory after `chdir`'}`}.`;
    case 'abstract':
      return 'An abstract unix socket: a name in the kernel, no file (Linux).';
    case 'shared':
      return `The \`shared-socket\` number ${address.index}; they count from 0 in file order.`;
    case 'fd':
      return `The open descriptor ${address.fd}, handed over by whoever starts uWSGI.`;
    case 'hostname':
      return resolved
        ? `The host ${codeSpan(address.host)}, looked up once at the start (IPv4), port ${address.port}.`
        : `**uWSGI does not look names up here**: ${codeSpan(address.host)} leads nowhere. Write an IP address, or make one with \`resolve = name=host\` and \`%(name)\`.`;
    case 'invalid':
      return '**No address that uWSGI can read here**; it takes another one without saying so.';
  }
}

function hostWords(host: string, pattern: string | undefined): string {
  if (pattern !== undefined) return `the first interface address that matches ${codeSpan(pattern)}`;
  return isAnyHost(host) ? 'all interfaces' : codeSpan(host);
}

/** The sockets, subscriptions and `uwsgi_pass` lines of other files that this address is wired to. */
function otherEnds(view: UwsgiView, at: Span): readonly string[] {
  const { graph } = view.around;
  const here = (path: string, span: Span) => path === view.path && contains(span, at.start);
  const ends = [
    ...graph.subscriptions.flatMap(({ path, subscription, ends: servers }) => {
      const { server } = subscription;
      if (server === undefined) return [];
      if (here(path, server.span)) {
        return servers.map(
          ({ path: router, socket }) =>
            `Leads to ${codeSpan(socket.option)} in ${where(view, router, socket.span.start)}.`,
        );
      }
      return servers.some(({ path: router, socket }) => here(router, socket.span))
        ? [`${keyWords(subscription.key?.text)} from ${where(view, path, server.span.start)}.`]
        : [];
    }),
    ...graph.passes.flatMap(({ path, pass, targets }) =>
      targets.some(({ ends: sockets }) =>
        sockets.some(({ path: file, socket }) => here(file, socket.span)),
      )
        ? [`nginx passes requests here: ${where(view, path, pass.span.start)}.`]
        : [],
    ),
  ];
  const shown = [...new Set(ends)];
  return shown.length > 8 ? [...shown.slice(0, 8), `And ${shown.length - 8} more.`] : shown;
}

function keyWords(key: string | undefined): string {
  return key === undefined ? 'Announcements come' : `Announcements of ${codeSpan(key)} come`;
}
