import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { workerConnections } from './worker-connections.ts';

test('more connections than files', () => {
  checkNginxRule(
    workerConnections,
    `
worker_rlimit_nofile 1024;
events { worker_connections 4096; }
#                           ^^^^ information: a worker may open 1024 files only, which is less than its connections
`,
  );
});

test('enough files, or no limit', () => {
  checkNginxRule(
    workerConnections,
    `
worker_rlimit_nofile 8192;
events { worker_connections 4096; }
`,
  );
  checkNginxRule(
    workerConnections,
    `
events { worker_connections 4096; }
`,
  );
});
