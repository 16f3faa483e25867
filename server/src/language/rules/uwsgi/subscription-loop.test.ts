import { test } from 'node:test';
import { checkUwsgiRule } from '../../testing/uwsgi-rule.ts';
import { subscriptionLoop } from './subscription-loop.ts';

const top = `[uwsgi]
shared-socket = 127.0.0.1:3030
fastrouter = =0
fastrouter-subscription-server = 127.0.0.1:3131
`;

test('a worker that announces the socket of its router', () => {
  checkUwsgiRule(
    subscriptionLoop,
    `${top}socket = =0
subscribe2 = server=127.0.0.1:3131,key=a
;            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: Announces the socket that the router itself listens at (=0): …
`,
  );
});

test('a socket of its own, another address, or no subscription', () => {
  for (const lines of [
    ['socket = 127.0.0.1:0', 'subscribe2 = server=127.0.0.1:3131,key=a'],
    ['socket = =0', 'subscribe2 = server=127.0.0.1:3131,key=a,addr=127.0.0.1:5'],
    ['socket = =0', 'socket = :4', 'subscribe2 = server=127.0.0.1:3131,key=a,socket=1'],
    ['socket = =0'],
  ])
    checkUwsgiRule(subscriptionLoop, `${top}${lines.join('\n')}\n`);
});
