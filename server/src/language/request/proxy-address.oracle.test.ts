import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { buildGraph } from '../stack/graph.ts';
import { readNginx } from '../testing/around.ts';
import {
  freePorts,
  giveFolder,
  sendRaw,
  startNginx,
  temporaryPaths,
} from '../testing/live-nginx.ts';
import { explainRequest, readRequestMap } from './explain-request.ts';

/** What nginx asks of another server, for every way to write `proxy_pass`. */
const absent = spawnSync('nginx', ['-v']).error !== undefined;

const bodies = (upstream: string): readonly string[] => [
  `proxy_pass http://${upstream};`,
  `proxy_pass http://${upstream}/;`,
  `proxy_pass http://${upstream}/up;`,
  `proxy_pass http://${upstream}/up/;`,
  `proxy_pass http://${upstream}/up?x=1;`,
  `set $to ${upstream}; proxy_pass http://$to;`,
  `set $to ${upstream}; proxy_pass http://$to/fixed;`,
  `set $to ${upstream}; proxy_pass http://$to$request_uri;`,
  `rewrite /(c) /rewritten/$1 break; proxy_pass http://${upstream};`,
  `rewrite /(c) /rewritten/$1?y=2 break; proxy_pass http://${upstream}/up/;`,
  `if ($arg_q) { set $seen 1; } proxy_pass http://${upstream}/in-if/;`,
];
const targets = [
  ...['/a', '/a/', '/a/b', '/a/b?q=1', '/a/c', '/a/%2fx', '/a/%20y', '/a//z', '/a/../a/w', '/ab'],
  ...['/a/%C3%A9', '/a/x+y', '/a/%3fq', '/a/%23', '/a/c?q=a%20b'],
];

describe(
  'the address that proxy_pass asks for',
  { skip: absent && 'no nginx here', timeout: 60_000 },
  () => {
    let folder: string;
    let server: Server;
    let upstream: string;
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'proxy-oracle-'));
      giveFolder(folder);
      server = createServer((request, response) => {
        response.end(request.url);
      });
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      upstream = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    after(() => {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true });
    });

    it('is that of nginx', async () => {
      const [port = 0] = await freePorts(18200, 18299, 1);
      const hosts = bodies(upstream).flatMap((body, at) =>
        ['/a', '/a/', '^~ /a', '~ ^/a'].flatMap((location, form) => {
          const hasPath = /proxy_pass http:\/\/[\d.:]+\//.test(body);
          if (location.startsWith('~') && hasPath) return []; // nginx refuses it
          const name = `h${at}-${form}`;
          const text = `server { listen ${port}; server_name ${name}; location ${location} { ${body} } }`;
          return [{ name, text }];
        }),
      );
      const http = `${temporaryPaths(folder)} access_log off;`;
      const text = `events {}\nhttp { ${http}\n${hosts.map((one) => one.text).join('\n')}\n}\n`;
      const main = readNginx(text, join(folder, 'nginx.conf'));
      const map = readRequestMap({ main, files: new Map([[main.path, main]]) });
      const graph = buildGraph(new Map());
      const disk = { look: () => undefined };
      const nginx = await startNginx(folder, text);
      if ('refused' in nginx) assert.fail(nginx.refused);
      let compared = 0;
      try {
        for (const { name } of hosts)
          for (const target of targets) {
            const ours = explainRequest(
              map,
              { graph, disk },
              { method: 'GET', scheme: 'http', host: name, port, target },
            );
            if (ours.handler.kind !== 'pass') continue;
            const head = `GET ${Buffer.from(target).toString('latin1')} HTTP/1.1\r\nHost: ${name}\r\n`;
            const real = await sendRaw('127.0.0.1', port, `${head}Connection: close\r\n\r\n`);
            const asked = Buffer.from(real?.body ?? '', 'latin1').toString();
            const about = `${target}\n${hosts.find((one) => one.name === name)?.text ?? ''}`;
            assert.equal(ours.handler.address, `http://${upstream}${chunk(asked)}`, about);
            compared++;
          }
      } finally {
        await nginx.stop();
      }
      assert.ok(compared > 400, String(compared));
    });
  },
);

/** A body of one chunk, as nginx hands on what has no length. */
function chunk(body: string): string {
  const match = /^([\da-f]+)\r\n([\s\S]*?)\r\n0\r\n\r\n$/.exec(body);
  return match?.[2] ?? body;
}
