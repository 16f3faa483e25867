import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createLanguage, type Finding, type Language } from './language.ts';
import { isIn, nearFindings } from './near-findings.ts';
import { readFile } from './read-file.ts';
import { snapshot } from './testing/workspace.ts';

const servers = (changed: string, beside = '') => `events {}
http {
  root /srv;
${beside}  server { listen 80; server_name a; location / { autoindex maybe; } }
  server {
    listen 81;
    ${changed}
    server_name b;
  }
  server { listen 80; server_name a; location / { autoindex perhaps; } }
}
`;
const path = '/w/nginx.conf';
const told = (text: string, findings: readonly Finding[] | undefined) =>
  findings?.map(({ span, message }) => [text.slice(span.start, span.end), message.slice(0, 24)]);

/** What is said of a text at once, when all rules have been asked about another one before. */
function near(before: string, now: string, file = path, language: Language = createLanguage()) {
  language.check(snapshot({ [file]: before }));
  return told(now, language.checkNear(snapshot({ [file]: now }), file));
}

describe('what is said of a file at once after a letter', () => {
  it('tells a mistake in the block that it stands in, beside all that was known', () => {
    const beside = [
      ['maybe', '"autoindex" expects `on`'],
      ['perhaps', '"autoindex" expects `on`'],
    ];
    const clashes = (list: readonly string[][] | undefined) =>
      list?.filter(([word]) => word === 'a').length;
    const fresh = near(servers(''), servers('gzipp on;'));
    assert.deepEqual(
      fresh?.filter(([word]) => /^(?:maybe|perhaps|gzipp)$/.test(word ?? '')).sort(),
      [['gzipp', 'unknown directive "gzipp'], ...beside].sort(),
    );
    assert.equal(clashes(fresh), clashes(near(servers('x'), servers('x'))));
    assert.ok((clashes(fresh) ?? 0) > 0);
  });

  it('forgets one that is mended, and sees what is set around the block', () => {
    const words = (list: readonly string[][] | undefined) => list?.map(([word]) => word);
    assert.ok(!words(near(servers('gzipp on;'), servers('gzip on;')))?.includes('gzipp'));
    // Set in `http`, which the excerpt keeps.
    const inherited = words(near(servers('', '  gzip_types text/css;\n'), servers('gzip on;')));
    assert.ok(inherited !== undefined && !inherited.includes('gzip'));
  });

  it('waits for all rules where braces or quotes take other blocks with them, and in long excerpts', () => {
    for (const changed of ['location / {', '}', 'add_header A "b;', `# ${'x'.repeat(40_000)}`])
      assert.equal(near(servers(''), servers(changed)), undefined, changed.slice(0, 20));
  });

  it('knows nothing of a file before all rules have been asked once', () => {
    assert.equal(createLanguage().checkNear(snapshot({ [path]: '' }), path), undefined);
    assert.equal(near('', '', '/w/absent.conf.txt'), undefined);
  });

  it('judges a line of an ini file by itself, and leaves to the others what asks for more', () => {
    const ini = (line: string) => `[uwsgi]\nmaster = true\n${line}\nchmod-socket = 9\n`;
    const words = near(ini(''), ini('socket: :1'), '/w/a.ini');
    assert.deepEqual(words?.map(([word]) => word).sort(), ['9', 'socket: :1']);
    assert.equal(near('a = 1\n', 'a = 2\n', '/w/a.ini'), undefined);
  });

  it('heeds comments that silence a rule', () => {
    const silenced = '# uwsgi-stack-ignore nginx/no-unknown-directive: ours\n    gzipp on;';
    const words = near(servers(''), servers(silenced))?.map(([word]) => word);
    assert.ok(words !== undefined && !words.includes('gzipp'));
  });
});

it('says of the changed place what all rules say, as far as they can be asked', () => {
  const words = fc.constantFrom(
    ...['x', ';', ' ', '\n', '$', '#', '{}', 'on', 'gzip on;', 'root /x;', 'return 301 /;'],
    ...['listen 81;', 'server_name a;', 'proxy_pass http://x;', 'if ($a) { return 403; }'],
  );
  const base = servers('location /x/ { alias /y; }', '  log_format a $b;\n');
  const place = fc.nat({ max: base.length });
  fc.assert(
    fc.property(place, fc.nat({ max: 4 }), words, (at, length, put) => {
      const text = base.slice(0, at) + put + base.slice(at + length);
      const file = { path, version: 1, kind: 'nginx' } as const;
      const around = snapshot({ [path]: text });
      const before = { reading: readFile({ ...file, text: base }), findings: [] };
      const found = nearFindings({ path, text }, before, around);
      if (found === undefined) return;
      const { asked, region } = found;
      const full = createLanguage().check(around).get(path) ?? [];
      const asTold = (list: readonly Finding[]) =>
        list
          .filter(({ rule, span }) => asked.has(rule) && isIn(region, span.start))
          .map((finding) => JSON.stringify(finding))
          .sort();
      assert.deepEqual(asTold(found.findings), asTold(full));
    }),
    { seed: 12, numRuns: 400 },
  );
});
