import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUwsgiRule, fixedBy } from '../../testing/uwsgi-rule.ts';
import { routerBackends } from './router-backends.ts';

test('two ways to find the workers', () => {
  checkUwsgiRule(
    routerBackends,
    `[uwsgi]
master = true
fastrouter = 127.0.0.1:3030
fastrouter-to = 127.0.0.1:3032
;<<<<<<<<<<<< warning: Without effect: the router finds its workers by fastrouter-subscription-server, and asks nobody else
fastrouter-subscription-server = 127.0.0.1:3131
http = 127.0.0.1:8080
http-use-base = /run/
http-to = 127.0.0.1:3033
;<<<<<< warning: Without effect: the router finds its workers by http-use-base, …
`,
  );
});

test('a fallback that a missing worker does not reach', () => {
  const text = `[uwsgi]
master = true
fastrouter = 127.0.0.1:3030
fastrouter-subscription-server = 127.0.0.1:3131
fastrouter-fallback = 127.0.0.1:3034
`;
  checkUwsgiRule(
    routerBackends,
    `${text};<<<<<<<<<<<<<<<<<< information: Not for a key that no worker has subscribed to: …\n`,
  );
  assert.equal(fixedBy(routerBackends, text), `${text}fastrouter-fallback-on-no-key = true\n`);
});

test('one way, several addresses, and a fallback that is complete', () => {
  for (const lines of [
    ['fastrouter-to = 127.0.0.1:1', 'fastrouter-to = 127.0.0.1:2', 'http-use-socket = 0'],
    ['fastrouter-subscription-server = 127.0.0.1:1', 'subscription-dotsplit = true'],
    ['fastrouter-to = 127.0.0.1:1', 'fastrouter-fallback = 127.0.0.1:2'],
  ])
    checkUwsgiRule(routerBackends, `[uwsgi]\nfastrouter = :1\n${lines.join('\n')}\n`);
});
