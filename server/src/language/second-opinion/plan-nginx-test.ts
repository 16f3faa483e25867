import type { PlannedFile } from '../../../../shared/launch-plan.ts';
import type { NginxContext } from '../nginx-conf/directives.ts';
import { readConf } from '../nginx-conf/read-conf.ts';
import { parseNginx } from '../nginx/parse.ts';
import type { NginxFile } from '../rules/inputs.ts';
import { type Endpoint, formatEndpoint } from '../stack/endpoint.ts';
import { shadowNginx } from '../stack/plan/shadow.ts';
import { basename, dirname } from '../text/path.ts';

export interface NginxTestPlan {
  /** Written into the folder of the test, and nowhere else. */
  readonly files: readonly PlannedFile[];
  /** Arguments of nginx. */
  readonly args: readonly string[];
  /** Path in the folder → the person's own file. */
  readonly pathMap: ReadonlyMap<string, string>;
  /** Socket in the folder → the address in its place, for nginx's messages. */
  readonly addresses: ReadonlyMap<string, string>;
}

export interface NginxTestOptions {
  /** Private folder of this test, with a short path: sockets lie in it. */
  readonly folder: string;
  readonly root: boolean;
  readonly modules: string | undefined;
}

/**
 * What `nginx -t` needs to judge a configuration: the copy that the launcher would run, with sockets in the folder of
 * the test in place of every address, so that a stack that runs or is being started never meets the test.
 */
export function planNginxTest(
  main: NginxFile,
  files: ReadonlyMap<string, NginxFile>,
  { folder, root, modules }: NginxTestOptions,
): NginxTestPlan {
  const addresses = new Map<string, string>();
  const sockets = new Map<string, string>();
  const listenAt = (address: Endpoint): string => {
    const written =
      address.kind === 'unix' ? `unix:${address.path}` : formatEndpoint(sameWildcard(address));
    const known = sockets.get(written) ?? `unix:${folder}/l${String(sockets.size)}`;
    sockets.set(written, known);
    addresses.set(known, written);
    return known;
  };
  const shadow = shadowNginx(main.path, files, { runDirectory: folder, root, modules, listenAt });
  return {
    files: shadow.files,
    args: ['-t', '-q', '-p', `${folder}/`, '-c', shadow.conf, '-e', 'stderr'],
    // Relative paths that the copy has left count from its own folder.
    pathMap: new Map([...shadow.pathMap, [`${folder}/conf/`, `${dirname(main.path)}/`]]),
    addresses,
  };
}

/** `80`, `*:80` and `0.0.0.0:80` are one socket. */
function sameWildcard(address: Extract<Endpoint, { kind: 'tcp' }>): Endpoint {
  return address.host === '0.0.0.0' ? { ...address, host: '*' } : address;
}

/** Blocks around a fragment, by the context that it is meant for; none for what nginx cannot test alone. */
const wrappers: Partial<Record<NginxContext, readonly [string, string]>> = {
  main: ['', 'events {}'],
  http: ['events {} http {', '}'],
  server: ['events {} http { server {', '} }'],
  location: ['events {} http { server { location /uwsgi-stack-test {', '} } }'],
  'if in server': ['events {} http { server { if ($host) {', '} } }'],
  'if in location': ['events {} http { server { location / { if ($host) {', '} } } }'],
  limit_except: ['events {} http { server { location / { limit_except GET {', '} } } }'],
  upstream: ['events {} http { upstream uwsgi-stack-test {', 'server 127.0.0.1:9; } }'],
  stream: ['events {} stream {', '}'],
  'stream server': ['events {} stream { server { listen 9; return "";', '} }'],
  'stream upstream': ['events {} stream { upstream uwsgi-stack-test {', 'server 127.0.0.1:9; } }'],
};

/**
 * A configuration around a fragment that nobody includes, for the first of its contexts that nginx can test. Named as a
 * neighbour of the fragment, so that what it includes is found from the same folder. undefined where there is none.
 */
export function wrapFragment(fragment: NginxFile): NginxFile | undefined {
  const { path, conf } = fragment;
  if (conf.rawBody !== undefined) return undefined;
  // A block is the narrower place: what http and location allow is mostly meant for a location.
  const order: readonly NginxContext[] = ['server', 'location', 'http'];
  const contexts =
    conf.topContexts.length > 2
      ? [...order.filter((one) => conf.topContexts.includes(one)), ...conf.topContexts]
      : conf.topContexts;
  const context = contexts.find((one) => wrappers[one] !== undefined);
  const [before = '', after = ''] = (context && wrappers[context]) ?? [];
  if (context === undefined) return undefined;
  const text = `${before}\ninclude "${basename(path).replace(/["\\]/g, '\\$&')}";\n${after}\n`;
  const tree = parseNginx(text);
  const wrapper = `${dirname(path)}/${wrapperName}`;
  return { path: wrapper, text, tree, conf: readConf(tree, { topContexts: ['main'] }) };
}

const wrapperName = '.uwsgi-stack-test.conf';
