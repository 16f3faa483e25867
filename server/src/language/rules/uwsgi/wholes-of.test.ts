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
