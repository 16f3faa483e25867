import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLanguage } from '../../language.ts';
import { snapshot } from '../../testing/workspace.ts';

const warnings = (files: Readonly<Record<string, string>>) =>
  [...createLanguage().check(snapshot(files)).values()]
    .flat()
    .map(({ rule, path, message }) => `${path} ${rule}: ${message}`);

const main =
  '[uwsgi]\nplugins = fastrouter,python3\nmaster = true\nport = 3031\nini = %d/parts.ini\n';
const parts =
  '[uwsgi]\nfastrouter = 127.0.0.1:3030\nfastrouter-subscription-server = 127.0.0.1:3131\nsocket = 127.0.0.1:%(port)\n';

test('what a part of a configuration lacks may stand in the file that brings it in', () => {
  assert.deepEqual(warnings({ '/w/main.ini': main, '/w/parts.ini': parts }), []);
});

test('what all of them lack is reported where it is needed', () => {
  const found = warnings({
    '/w/main.ini': main.replace('fastrouter,', '').replace('master = true\n', ''),
    '/w/parts.ini': parts.replace('socket = 127.0.0.1:', 'pidfile = '),
  });
  assert.deepEqual(
    found.map((text) => text.split(':')[0]),
    ['/w/parts.ini uwsgi/plugin-missing', '/w/parts.ini uwsgi/router-needs-master'],
  );
});

test('rules look at the sections that uWSGI is asked for', () => {
  const rules = (files: Readonly<Record<string, string>>) =>
    warnings(files).map((text) => text.replace(/:.*/s, ''));
  const worker = '[worker]\nmaster = flase\nsocket = 127.0.0.1:0\n';
  const all = `[uwsgi]\nmaster = true\nsocket = 127.0.0.1:1\n${worker}`;
  // Nobody asks for it.
  assert.deepEqual(rules({ '/w/all.ini': all }), []);
  const told = ['/w/all.ini uwsgi/boolean-value'];
  const main = '[uwsgi]\nini = %d/all.ini:worker\n';
  assert.deepEqual(rules({ '/w/all.ini': all, '/w/main.ini': main }), told);
  const daemon =
    '[uwsgi]\nsocket = 127.0.0.1:2\nattach-daemon2 = stopsignal=2,cmd=uwsgi all.ini:worker\n';
  assert.deepEqual(rules({ '/w/all.ini': all, '/w/main.ini': daemon }), told);
  // Without [uwsgi] each section may be asked for.
  assert.deepEqual(rules({ '/w/all.ini': worker }), [
    '/w/all.ini uwsgi/syntax',
    '/w/all.ini uwsgi/boolean-value',
  ]);
});

test('what a section lacks may stand in the file that asks for it', () => {
  const file =
    '[uwsgi]\nsocket = 127.0.0.1:2\n[router]\nplugins = fastrouter\nfastrouter = 127.0.0.1:3030\nfastrouter-subscription-server = 127.0.0.1:3131\n';
  const main = (body: string) => `[uwsgi]\nini = %d/all.ini:router\n${body}`;
  assert.deepEqual(warnings({ '/w/all.ini': file, '/w/main.ini': main('master = true\n') }), []);
  assert.deepEqual(
    warnings({ '/w/all.ini': file, '/w/main.ini': main('') }).map((text) => text.split(':')[0]),
    ['/w/all.ini uwsgi/router-needs-master'],
  );
});

test('a file without [uwsgi] is sound when it is asked for by a section, and empty to an emperor', () => {
  const worker = '[worker]\nmaster = true\nsocket = 127.0.0.1:0\n';
  const levels = (main: string) =>
    [
      ...createLanguage()
        .check(snapshot({ '/w/main.ini': main, '/w/v/a.ini': worker }))
        .entries(),
    ]
      .filter(([path]) => path === '/w/v/a.ini')
      .flatMap(([, findings]) => findings.map(({ rule, level }) => `${level} ${rule}`));
  assert.deepEqual(levels('[uwsgi]\nmaster = true\n'), ['information uwsgi/syntax']);
  assert.deepEqual(levels('[uwsgi]\nini = v/a.ini:worker\n'), []);
  assert.deepEqual(levels('[uwsgi]\nemperor = /w/v\n'), ['error uwsgi/syntax']);
});
