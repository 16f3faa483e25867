import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { harakiriUpload } from './harakiri-upload.ts';

test('clients that upload straight into a worker', () => {
  checkUwsgiRule(
    harakiriUpload,
    `[uwsgi]
http-socket = :8080
harakiri = 30
;<<<<<<< information: The time of a slow upload counts, too: without post-buffering its worker is killed
`,
  );
  assert.equal(
    fixedBy(harakiriUpload, '[uwsgi]\nmaster = 1\nhttp = 0.0.0.0:80\nharakiri = 9\n'),
    '[uwsgi]\nmaster = 1\nhttp = 0.0.0.0:80\nharakiri = 9\npost-buffering = 8192\n',
  );
});

test('nginx in front, post-buffering, or no limit', () => {
  for (const lines of [
    ['socket = :3031', 'harakiri = 30'],
    ['http-socket = 127.0.0.1:8080', 'harakiri = 30'],
    ['http-socket = :8080', 'harakiri = 30', 'post-buffering = 4096'],
    ['http-socket = :8080'],
    ['http-socket = :8080', 'harakiri = 0'],
  ])
    checkUwsgiRule(harakiriUpload, `[uwsgi]\n${lines.join('\n')}\n`);
});
