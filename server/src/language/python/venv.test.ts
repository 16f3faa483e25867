import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readVenv } from './venv.ts';

test('what venv, virtualenv and uv write', () => {
  assert.deepEqual(
    readVenv('home = /usr/bin\ninclude-system-site-packages = false\nversion = 3.11.2\n'),
    { version: { major: 3, minor: 11 }, home: '/usr/bin', systemPackages: false },
  );
  const other = readVenv('home = /opt/py/bin\nversion_info = 3.9.2.final.0\nbase = x\n');
  assert.deepEqual(other.version, { major: 3, minor: 9 });
  const uv = readVenv('home = /b\nversion_info = 3.12\ninclude-system-site-packages = True\n');
  assert.deepEqual([uv.version?.minor, uv.systemPackages], [12, true]);
});

test('text that says nothing, or something else', () => {
  const nothing = { version: undefined, home: undefined, systemPackages: false };
  for (const text of ['', '\0\0', 'version = three\n', '[a]\nversion = 3.1\n', 'version\nhome\n']) {
    assert.deepEqual({ ...readVenv(text), home: undefined }, nothing, text);
  }
});
