import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { buildGraph } from '../stack/graph.ts';
import { fakeDisk, readNginx } from '../testing/around.ts';
import {
  freePorts,
  giveFile,
  giveFolder,
  sendRaw,
  startNginx,
  temporaryPaths,
} from '../testing/live-nginx.ts';
import { randomConfigs, type RandomRequest } from '../testing/random-servers.ts';
import { fromBytes, toBytes } from './bytes.ts';
import { explainRequest, readRequestMap } from './explain-request.ts';
import type { Explanation } from './explanation.ts';

/** The real nginx and ours must agree on server, location, path and answer. */
const absent = spawnSync('nginx', ['-v']).error !== undefined;
const served = [
  ...['a.txt', 'index.html', 'docs/index.html', 'docs/b.txt', 'img/c.png', 'empty/keep/x'],
];
const configs = Number(process.env.UWSGI_STACK_CONFIGS ?? 24);
const requestsEach = Number(process.env.UWSGI_STACK_REQUESTS ?? 120);
const seed = Number(process.env.UWSGI_STACK_SEED ?? 1221);

describe(
  'a request is explained as nginx handles it',
  { skip: absent && 'no nginx here', timeout: 120_000 },
  () => {
    let folder: string;
    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'request-oracle-'));
      giveFolder(folder);
      for (const name of served) giveFile(join(folder, 'files', name), name);
    });
    after(() => {
      rmSync(folder, { recursive: true });
    });

    it('on random servers and locations', async () => {
      const disk = fakeDisk(
        Object.fromEntries(served.map((name) => [join(folder, 'files', name), name])),
      );
      const ports = await freePorts(18500, 18599, 2);
      let compared = 0;
      let unsure = 0;
      for (const { text, requests } of randomConfigs({
        seed,
        configs,
        requestsEach,
        ports,
        files: join(folder, 'files'),
        http: `${temporaryPaths(folder)} access_log off; types { text/plain txt; }`,
      })) {
        const main = readNginx(text, join(folder, 'nginx.conf'));
        const files = new Map([[main.path, main]]);
        const map = readRequestMap({ main, files });
        const nginx = await startNginx(folder, text);
        if ('refused' in nginx) assert.fail(`${nginx.refused}\n${text}`);
        try {
          const answers = await Promise.all(
            requests.map(async (request) => ({ request, real: await send(request) })),
          );
          for (const { request, real } of answers) {
            const ours = explainRequest(map, { graph: buildGraph(new Map()), disk }, request);
            if (!ours.sure) {
              unsure++;
              continue;
            }
            compared++;
            const told = ours.steps.map((step) => `  ${step.text}`).join('\n');
            assert.deepEqual(
              summary(ours, text),
              { ...real },
              `${request.method} ${request.address} ${request.host}:${request.port}${request.target}\n${told}\n${text}`,
            );
          }
        } finally {
          await nginx.stop();
        }
      }
      assert.ok(compared > configs * requestsEach * 0.9, `${compared} compared, ${unsure} unsure`);
    });
  },
);

interface Summary {
  readonly status: number | undefined;
  readonly server: string | undefined;
  readonly location: string | undefined;
  readonly uri: string | undefined;
  readonly redirect: string | undefined;
  readonly body: string | undefined;
}

async function send(request: RandomRequest): Promise<Summary> {
  const { method, target, host, port, address } = request;
  const head = `${method} ${toBytes(target)} HTTP/1.1\r\nHost: ${host}:${port}\r\n`;
  const answer = await sendRaw(address, port, `${head}Connection: close\r\n\r\n`);
  const header = (name: string) => answer?.headers.get(name);
  const uri = header('x-uri');
  const redirect = header('location');
  if (answer?.status === 400) return { ...nothing, status: 400 };
  return {
    status: answer?.status,
    server: header('x-server'),
    location: header('x-location'),
    uri: uri === undefined ? undefined : fromBytes(uri),
    redirect: redirect === undefined ? undefined : fromBytes(redirect),
    body: answer?.body.startsWith('body ') === true ? fromBytes(answer.body) : undefined,
  };
}

const nothing: Summary = {
  status: undefined,
  server: undefined,
  location: undefined,
  uri: undefined,
  redirect: undefined,
  body: undefined,
};

/** Each block of the test says its name in headers, in the first line of its body. */
function summary(explained: Explanation, text: string): Summary {
  const { handler, server, location, uri } = explained;
  const name = (at: Explanation['server'], mark: RegExp) =>
    at && mark.exec(text.slice(at.span.end))?.[1];
  // A request that makes no sense is answered by the default server, whatever its Host header says.
  if (handler.kind === 'answer' && handler.status === 400) return { ...nothing, status: 400 };
  if (handler.kind === 'nothing') return nothing;
  return {
    status: statusOf(handler),
    server: name(server, /X-Server (\w+)/),
    location: name(location, /X-Location (\w+)/) ?? 'none',
    uri,
    redirect: handler.kind === 'answer' ? handler.location : undefined,
    body:
      handler.kind === 'answer' &&
      handler.body?.startsWith('body ') === true &&
      explained.request.method !== 'HEAD'
        ? handler.body
        : undefined,
  };
}

function statusOf(handler: Explanation['handler']): number | undefined {
  switch (handler.kind) {
    case 'answer':
    case 'file':
      return handler.status;
    case 'module':
      return handler.status ?? 200; // a listing
    case 'uwsgi':
    case 'pass':
      return 502; // nobody is there
    case 'nothing':
      return undefined;
  }
}
