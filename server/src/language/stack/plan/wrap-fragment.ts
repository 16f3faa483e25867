import type { NginxContext } from '../../nginx-conf/directives.ts';
import { readConf } from '../../nginx-conf/read-conf.ts';
import { parseNginx } from '../../nginx/parse.ts';
import type { NginxFile } from '../../rules/inputs.ts';
import { dirname } from '../../text/path.ts';

/** Blocks around a fragment, by the context that it is meant for; none for what nginx cannot take alone. */
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

/** In which fragments can serve a page, the widest first. */
const serving = ['http', 'server', 'location'] as const;

/**
 * A configuration around a fragment that nobody includes, for the first of its contexts that nginx can test. Named as a
 * neighbour of the fragment, so that what it includes is found from the same folder. undefined where there is none.
 */
export function wrapFragment({ path, conf }: NginxFile): NginxFile | undefined {
  if (conf.rawBody !== undefined) return undefined;
  // A block is the narrower place: what http and location allow is mostly meant for a location.
  const order: readonly NginxContext[] = ['server', 'location', 'http'];
  const contexts =
    conf.topContexts.length > 2
      ? [...order.filter((one) => conf.topContexts.includes(one)), ...conf.topContexts]
      : conf.topContexts;
  const context = contexts.find((one) => wrappers[one] !== undefined);
  const around = context && wrappers[context];
  return around && wrapped(dirname(path), '.uwsgi-stack-test.conf', [path], around);
}

/**
 * A configuration that runs fragments which no whole one includes: servers side by side in one `http`, what belongs into a
 * server in one of its own, what belongs into a location at its root. undefined where they do not fit together.
 */
export function wrapToRun(fragments: readonly NginxFile[]): NginxFile | undefined {
  const [first] = fragments;
  if (first === undefined || fragments.some(({ conf }) => conf.rawBody !== undefined)) {
    return undefined;
  }
  const context = serving.find((one) =>
    fragments.every(({ conf }) => conf.topContexts.includes(one)),
  );
  const around = {
    http: wrappers.http,
    server: wrappers.server,
    location: ['events {} http { server { location / {', '} } }'] as const,
  };
  const blocks = context && around[context];
  const paths = fragments.map(({ path }) => path);
  return blocks && wrapped(dirname(first.path), '.uwsgi-stack.conf', paths, blocks);
}

function wrapped(
  folder: string,
  name: string,
  paths: readonly string[],
  [before, after]: readonly [string, string],
): NginxFile {
  const includes = paths.map((path) => `include "${path.replace(/["\\]/g, '\\$&')}";`);
  const text = `${before}\n${includes.join('\n')}\n${after}\n`;
  const tree = parseNginx(text);
  const conf = readConf(tree, { topContexts: ['main'] });
  return { path: `${folder}/${name}`, text, tree, conf };
}
