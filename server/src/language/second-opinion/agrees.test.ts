import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLanguage, type Finding } from '../language.ts';
import { snapshot } from '../testing/workspace.ts';
import type { NginxFile } from '../rules/inputs.ts';
import { ownOpinions } from './agrees.ts';
import { opinionsOf } from './opinions.ts';
import { readNginxOutput } from './read-nginx-output.ts';

const path = '/w/nginx.conf';

/** What is shown beside our own findings when nginx says this of the text. */
function shown(text: string, message: string, found?: readonly Finding[]): readonly string[] {
  const files = snapshot({ [path]: text });
  const language = createLanguage();
  const findings = found ? new Map([[path, found]]) : language.check(files);
  const [test] = language.nginxTests(files, path, true);
  assert.ok(test);
  const plan = test.plan({ folder: '/tmp/t', root: false, modules: undefined });
  const output = `2026/11/23 20:16:56 [emerg] 42#42: ${message.replace('FILE', '/tmp/t/conf/nginx.conf')}\n`;
  return ownOpinions(test.opinions(output, plan), findings, () => text).map((one) => one.message);
}

describe('one of two equal remarks', () => {
  it('goes: on a directive that nobody knows', () => {
    const text = 'events {}\nhttp {\n  sendfil on;\n}\n';
    assert.deepEqual(shown(text, 'unknown directive "sendfil" in FILE:3'), []);
  });

  it('goes: on a missing semicolon, which nginx tells behind it', () => {
    const text = 'events {}\nhttp {\n  sendfile on\n  gzip on;\n}\n';
    assert.deepEqual(
      shown(text, 'invalid number of arguments in "sendfile" directive in FILE:4'),
      [],
    );
    const open = 'events {}\nhttp {\n  server {\n    listen 80;\n}\n';
    assert.deepEqual(shown(open, 'unexpected end of file, expecting ";" or "}" in FILE:6'), []);
  });

  it('stays: when it is about something else', () => {
    const text = 'events {}\nhttp {\n  upstream u {\n  }\n  sendfil on;\n}\n';
    const message = 'no servers are inside upstream';
    const finding = (line: string, rule: string): Finding => {
      const start = text.indexOf(line);
      const at = { start, end: start + line.length };
      const common = { level: 'error', related: [], fixes: [], tag: undefined } as const;
      return { rule, path, span: at, message: 'Something.', ...common };
    };
    const beside = [finding('sendfil', 'nginx/no-unknown-directive')];
    assert.deepEqual(shown(text, `${message} in FILE:4`, beside), [message]);
    const same = [finding('upstream u', 'nginx/upstream')];
    assert.deepEqual(shown(text, `${message} in FILE:4`, same), []);
  });

  it('goes: where nginx names no line, by the word that both name', () => {
    const text = 'events {}\nhttp { server { return 200 $nope; } }\n';
    assert.deepEqual(shown(text, 'unknown "nope" variable'), []);
    assert.deepEqual(shown(text, 'unknown "nope" variable', []), ['unknown "nope" variable']);
  });
});

describe('the output of nginx', () => {
  it('is read in both of its forms, joined where a message has several lines', () => {
    const output = `nginx: [warn] the "user" directive makes sense only if …
2026/11/23 20:16:56 [notice] 42#42: ModSecurity-nginx v1.0.3
2026/11/23 20:16:56 [emerg] 42#42: unknown directive "a
b c" in /a b/x in y.conf:4
nginx: configuration file /w/nginx.conf test failed
`;
    assert.deepEqual(readNginxOutput(output), [
      {
        level: 'warning',
        text: 'the "user" directive makes sense only if …',
        place: undefined,
      },
      {
        level: 'error',
        text: 'unknown directive "a\nb c"',
        place: { path: '/a b/x in y.conf', line: 4 },
      },
    ]);
    assert.deepEqual(readNginxOutput(''), []);
  });

  it('is told of a fragment only as far as the fragment itself is meant', () => {
    const messages = readNginxOutput('nginx: [emerg] unknown "x" variable\n');
    const files = new Map<string, NginxFile>();
    const plan = { pathMap: new Map<string, string>(), addresses: new Map<string, string>() };
    assert.deepEqual(opinionsOf({ messages, plan, main: path, files, fragment: true }), []);
  });
});
