import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { packExtension } from './package.mjs';

const root = join(import.meta.dirname, '..');

describe('the package for the Marketplace', () => {
  let folder: string;
  let first: { bytes: number; sha256: string };
  let names: readonly string[];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'uwsgi-stack-package-test-'));
    first = await packExtension(join(folder, 'first.vsix'));
    names = entryNames(readFileSync(join(folder, 'first.vsix')));
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds these files and no other', () => {
    assert.deepEqual(names, expected);
  });

  it('is the same, byte for byte, each time it is made', async () => {
    const second = await packExtension(join(folder, 'second.vsix'));
    assert.equal(second.sha256, first.sha256);
  });

  it('has at most one megabyte', () => {
    assert.ok(first.bytes <= 1_000_000, `${first.bytes} bytes`);
  });

  it('holds each file that its manifest and its README name', () => {
    const manifest = readFileSync(join(root, 'package.json'), 'utf8');
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const named = [
      ...manifest.matchAll(/"\.?\/?((?:dist|syntaxes|snippets|icons|docs)\/[^"]+)"/g),
      ...readme.matchAll(/!\[[^\]]*\]\(([^):]+)\)/g),
    ].map(([, path = '']) => `extension/${path}`);
    assert.ok(named.length > 8);
    assert.deepEqual(
      named.filter((path) => !names.includes(path)),
      [],
    );
  });

  it('brings a command line that runs beside nothing but Node.js', () => {
    const unpacked = join(folder, 'unpacked');
    execFileSync('python3', ['-m', 'zipfile', '-e', join(folder, 'first.vsix'), unpacked]);
    const cli = join(unpacked, 'extension/dist/cli.cjs');
    const example = join(root, 'examples/fastrouter');
    const args = [cli, 'check', example, '--format', 'json'];
    const output = execFileSync(process.execPath, args, { encoding: 'utf8' });
    assert.deepEqual(JSON.parse(output), { files: 4, findings: [] });
  });
});

/** Names of a zip archive's entries, sorted; read from its central directory. */
function entryNames(zip: Buffer): readonly string[] {
  const names: string[] = [];
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
    names.push(zip.toString('utf8', at + 46, at + 46 + (name ?? 0)));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return names.sort();
}

const expected = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/LICENSE.txt',
  'extension/SUPPORT.md',
  'extension/changelog.md',
  'extension/dist/cli.cjs',
  'extension/dist/extension.cjs',
  'extension/dist/guard.cjs',
  'extension/dist/language-client.cjs',
  'extension/dist/language.cjs',
  'extension/dist/web/extension.cjs',
  'extension/dist/web/server.js',
  'extension/dist/webview/dashboard.css',
  'extension/dist/webview/dashboard.js',
  'extension/dist/webview/log-panel.css',
  'extension/dist/webview/log-panel.js',
  'extension/dist/webview/stack-diagram.css',
  'extension/dist/webview/stack-diagram.js',
  'extension/docs/images/broken-wire-dark.png',
  'extension/docs/images/diagram-running-dark.png',
  'extension/docs/images/log-panel-dark.png',
  'extension/docs/images/stack-running-dark.png',
  'extension/icons/activity-bar.svg',
  'extension/icons/icon.png',
  'extension/icons/walkthrough/check.svg',
  'extension/icons/walkthrough/grow.svg',
  'extension/icons/walkthrough/open.svg',
  'extension/icons/walkthrough/start.svg',
  'extension/icons/walkthrough/watch.svg',
  'extension/package.json',
  'extension/package.nls.json',
  'extension/readme.md',
  'extension/snippets/nginx.json',
  'extension/snippets/uwsgi-ini.json',
  'extension/syntaxes/nginx.language-configuration.json',
  'extension/syntaxes/nginx.tmLanguage.json',
  'extension/syntaxes/uwsgi-ini.language-configuration.json',
  'extension/syntaxes/uwsgi-ini.tmLanguage.json',
];
