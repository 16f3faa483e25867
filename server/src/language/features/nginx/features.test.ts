import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createLanguage } from '../../language.ts';
import { article, snapshot } from '../../testing/workspace.ts';

const piece = fc.constantFrom(
  ...['http', 'server', 'location', 'map', 'types', 'upstream', 'geo', 'if', 'stream', 'events'],
  ...['listen', 'uwsgi_pass', 'uwsgi_param', 'include', 'rewrite', 'return', 'limit_req', 'set'],
  ...['access_log', 'error_page', 'try_files', 'proxy_cache_path', 'server_name', 'add_header'],
  ...[
    'content_by_lua_block',
    'default',
    '80',
    '127.0.0.1:3030',
    '$host',
    '${host',
    '$',
    '@a',
    '~*',
  ],
  ...['zone=a:1m', 'keys_zone=', '__proto__', 'constructor', '404', '=200', '8k', '*.a', '-f'],
  ...[' ', '\n', '\t', ';', '{', '}', '"', "'", '#', '\\', '(', ')', '=', '{{ a }}', '\u{1f600}'],
);
const texts = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' '));

test('no text and no place in it makes hover, completion or signature help fail', () => {
  const language = createLanguage();
  let version = 1;
  fc.assert(
    fc.property(texts, (text) => {
      const base = snapshot(article);
      const path = '/w/nginx.conf';
      const file = { path, text, kind: 'nginx', version: ++version } as const;
      const files = new Map([...base.files, [path, file]]);
      const features = language.features({ ...base, files }, path);
      assert.ok(features);
      for (let offset = 0; offset <= text.length; offset += 1 + (offset % 3)) {
        const hover = features.hover(offset);
        if (hover) assert.ok(hover.span.start <= offset && offset <= hover.span.end);
        for (const { replace } of features.completion(offset))
          assert.ok(0 <= replace.start && replace.start <= offset && offset <= replace.end);
        features.signature(offset);
      }
    }),
    { numRuns: 60, seed: 8 },
  );
});
