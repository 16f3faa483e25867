import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expandSnippet } from './expand-snippet.ts';

/** A snippet as it is put in, and the whole file that it would stand in. */
export interface SnippetCase {
  readonly name: string;
  readonly text: string;
  readonly whole: string;
}

const routerAround = '[uwsgi]\nplugins = fastrouter\nmaster = true\nfastrouter = 127.0.0.1:3030\n';

const workerAround =
  '[uwsgi]\nplugins = python3\nmaster = true\nsocket = 127.0.0.1:3031\n' +
  'wsgi-file = app.py\nneed-app = true\ndie-on-term = true\n';

const inHttp: ReadonlySet<string> = new Set([
  ...['server', 'upstream', 'map', 'log_format', 'limit_req_zone', 'uwsgi_cache_path', 'gzip'],
]);

/** A limit is applied where another line has declared its zone. */
const zoneAround =
  'types { text/css css; }\nlimit_req_zone $binary_remote_addr zone=clients:1m rate=1r/s;\n';

export const uwsgiSnippets = load('uwsgi-ini.json', (text) =>
  text.startsWith('[')
    ? text
    : text.startsWith('fastrouter')
      ? `${routerAround}${text}\n`
      : `${workerAround}${text}\n`,
);

export const nginxSnippets = load('nginx.json', (text) => {
  const first = /^\S+/.exec(text)?.[0] ?? '';
  if (first === 'worker_processes') return text;
  if (first === 'http') return `events {}\n${text}\n`;
  if (first === 'events') return `${text}\nhttp {\n}\n`;
  if (inHttp.has(first)) return `events {}\nhttp {\n${text}\n}\n`;
  return `events {}\nhttp {\n${zoneAround}server {\nlisten 8080;\nserver_name a.example;\n${text}\n}\n}\n`;
});

function load(file: string, around: (text: string) => string): readonly SnippetCase[] {
  const path = join(import.meta.dirname, '../../../../snippets', file);
  const snippets = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { body: string[] }>;
  return Object.entries(snippets).map(([name, { body }]) => {
    const text = expandSnippet(body);
    return { name, text, whole: around(text) };
  });
}
