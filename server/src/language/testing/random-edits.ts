import fc from 'fast-check';
import { article } from './workspace.ts';

/** The article's stack with files that bring in each other, so that an edit in one is felt in another. */
export const editedStack: Readonly<Record<string, string>> = {
  ...article,
  '/w/nginx.conf': article['/w/nginx.conf'].replace(
    '    server {',
    '    include mime.types;\n    include sites/*.conf;\n    upstream back { server 127.0.0.1:3030; }\n    server {',
  ),
  '/w/sites/shop.conf':
    'server {\n  listen 127.0.0.1:8081;\n  server_name shop.localhost;\n  location / { include ../uwsgi_params; uwsgi_pass back; }\n}\n',
  '/w/uwsgi_params': 'uwsgi_param QUERY_STRING $query_string;\nuwsgi_param HTTP_HOST $host;\n',
  '/w/common.ini': '[uwsgi]\nprocesses = 2\nstats = 127.0.0.1:9191\n[more]\nthreads = 2\n',
  '/w/worker.ini': `${article['/w/worker.ini']}ini = common.ini\nini = common.ini:more\n`,
};

/** What is typed, pasted or taken out at a place of one of the files; a file may go, and come back as it was. */
export type RandomEdit =
  | {
      readonly kind: 'edit';
      readonly file: number;
      readonly at: number;
      readonly length: number;
      readonly text: string;
    }
  | { readonly kind: 'remove' | 'restore'; readonly file: number };

const pieces = [
  ...['a', ' ', '\n', ';', '{', '}', '"', "'", '#', '=', '%', '$', '[', ']', '\\', '\r\n', '\0'],
  ...['é', '\u{1f600}', '\ufeff', '__proto__', 'constructor', '%(a)', '$host', '3031'],
  ...['\ninclude sites/*.conf;\n', '\ninclude uwsgi_params;\n', '\nini = common.ini\n'],
  ...['\nini = worker.ini\n', '\nserver {\n', '\nlocation /a {\n', '\n}\n', '\nhttp {\n'],
  ...['\nuwsgi_pass 127.0.0.1:3030;\n', '\nlisten 127.0.0.1:8080;\n', '\nset $a b;\n'],
  ...['\n[uwsgi]\n', '\n[more]\n', '\nsocket = 127.0.0.1:3030\n', '\nfor = a b\n', '\nendfor =\n'],
  ...['\nif-env = HOME\n', '\nendif =\n', '\nsubscribe2 = server=127.0.0.1:3131,key=a\n'],
  ...['\nset = a=%(b)\n', '\nname = %(name)\n', '\nfastrouter = =1\n', '\nplugins = fastrouter\n'],
  ...['{{ a }}', '{% if a %}', '\n; uwsgi-stack-ignore uwsgi/no-unknown-option: a test\n'],
  ...['\n# uwsgi-stack-ignore nginx/no-unknown-directive: a test\n', '\nroute = .* goto:a\n'],
];

export const randomEdits: fc.Arbitrary<RandomEdit> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      file: fc.nat(),
      at: fc.nat(),
      length: fc.oneof(fc.constant(0), fc.constant(0), fc.nat({ max: 60 })),
      text: fc.oneof(fc.constantFrom('', ...pieces), fc.constantFrom(...pieces)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('remove' as const, 'restore' as const),
      file: fc.nat(),
    }),
  },
);

/** Where an edit of this kind falls in a text, wherever it was meant for. */
export function spotOf(
  text: string,
  { at, length }: { readonly at: number; readonly length: number },
): { readonly start: number; readonly end: number } {
  const start = at % (text.length + 1);
  return { start, end: Math.min(text.length, start + length) };
}
