import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLanguage } from '../../language.ts';
import { snapshot } from '../../testing/workspace.ts';
import { cpuNow } from '../../testing/cpu-time.ts';

const lines = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join('');

/** Shapes in which some step could look at the whole file for each line. */
const shapes: Readonly<Record<string, string>> = {
  servers: `http {\nupstream a { server b:1; }\nadd_header A 1;\n${lines(
    2000,
    (at) =>
      `server {\n server_name h${at};\n add_header B $x;\n error_page 404 /e${at};\n location ~ ^/(a|b)$ {\n  set $x $1;\n  uwsgi_pass a;\n }\n}\n`,
  )}}`,
  map: `http { map $host $a {\n${lines(20_000, (at) => `~^h${at}(?<n>x)$ v${at}$n;\n`)}} }`,
  'one line': `http { server { ${lines(20_000, (at) => `set $a${at} $b; `)}} }`,
  nested: `http { server {\n${lines(3000, (at) => `location /${at} {\nset $a $b;\n`)}`,
  includes: `http {\n${lines(20_000, (at) => `include conf.d/${at}.conf;\n`)}}`,
  'one statement': `http { types { text/x\n${lines(20_000, (at) => `w${at}\n`)}; } }`,
  'no semicolons': lines(20_000, (at) => `add_header A${at} $host\n`),
  comments: '# a comment\n'.repeat(20_000),
  'named locations': `http { server {\n${lines(10_000, (at) => `location @n${at} { }\nlocation /${at} { error_page 404 @n0; }\n`)}} }`,
};

for (const [name, text] of Object.entries(shapes))
  test(`no feature takes long on a long file: ${name}`, () => {
    const path = '/w/nginx.conf';
    const base = snapshot({});
    const file = { path, text, kind: 'nginx', version: 1 } as const;
    const features = createLanguage().features({ ...base, files: new Map([[path, file]]) }, path);
    assert.ok(features);
    const middle = text.indexOf('$', text.length >> 1) + 2;
    const offset = middle < 2 ? text.length >> 1 : middle;
    const asked = {
      symbols: () => features.symbols(),
      foldings: () => features.foldings(),
      tokens: () => features.tokens(),
      links: () => features.links(),
      inlays: () => features.inlays({ start: 0, end: text.length }),
      definition: () => features.definition(offset),
      references: () => features.references(offset),
      rename: () => features.rename(offset, 'new_name'),
      selections: () => features.selections(offset),
      signature: () => features.signature(offset),
    };
    for (const [feature, ask] of Object.entries(asked)) {
      const start = cpuNow();
      ask();
      // A tenth of it is usual; a step that is repeated for each line takes minutes.
      assert.ok(cpuNow() - start < 4000, feature);
    }
  });
