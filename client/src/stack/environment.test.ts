import assert from 'node:assert/strict';
import { test } from 'node:test';
import { environmentFor } from './environment.ts';

test('a program inherits neither noise of the editor nor orders to uWSGI', () => {
  const inherited = {
    PATH: '/bin',
    UWSGI_PORT: '1',
    ELECTRON_RUN_AS_NODE: '1',
    VSCODE_PID: '2',
    NODE_OPTIONS: '-r x',
    NGINX: '3;',
    NONE: undefined,
  };
  const change = { set: { A: 'b' }, unsetPrefixes: ['UWSGI_', ''] };
  assert.deepEqual(environmentFor(inherited, change), { PATH: '/bin', A: 'b' });
});
