import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultLanguageSettings } from '../../../../../shared/settings.ts';
import { readNginxFile } from '../../testing/nginx-fixture.ts';
import { runRule } from '../../testing/rule-fixture.ts';
import { keepaliveUpstream } from './keepalive-upstream.ts';

const upstream = 'upstream back { server 127.0.0.1:1; keepalive 4; }';
const before = { settings: { ...defaultLanguageSettings, nginxVersion: '1.22.1' } };
const messages = (location: string) =>
  runRule(
    keepaliveUpstream,
    readNginxFile(`http { ${upstream} server { location / { ${location} } } }`, undefined, before),
  ).map(({ message }) => message);

test('connections that are closed all the same', () => {
  assert.deepEqual(messages('proxy_pass http://back;'), [
    'no connection is kept without `proxy_http_version 1.1` and `proxy_set_header Connection ""`',
  ]);
  assert.deepEqual(messages('proxy_http_version 1.1; proxy_pass http://back/x;'), [
    'no connection is kept without `proxy_set_header Connection ""`',
  ]);
});

test('connections that are kept, and servers without keepalive', () => {
  const both = 'proxy_http_version 1.1; proxy_set_header Connection "";';
  assert.deepEqual(messages(`${both} proxy_pass http://back;`), []);
  assert.deepEqual(messages('proxy_pass http://127.0.0.1:2;'), []);
  const text = `http { ${upstream} server { location / { proxy_pass http://back; } } }`;
  assert.deepEqual(runRule(keepaliveUpstream, readNginxFile(text)), [], 'the newest nginx');
});
