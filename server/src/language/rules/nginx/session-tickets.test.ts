import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { sessionTickets } from './session-tickets.ts';

test('tickets of one key', () => {
  checkNginxRule(
    sessionTickets,
    `
http { server {
  ssl_session_tickets on;
# ^^^^^^^^^^^^^^^^^^^^^^ information: one key protects all tickets until the next reload
} }
`,
  );
});

test('tickets of changing keys, or none', () => {
  checkNginxRule(
    sessionTickets,
    `
http {
  ssl_session_cache shared:SSL:10m;
  server { ssl_session_tickets on; }
}
`,
  );
  checkNginxRule(
    sessionTickets,
    `
http { server { ssl_session_tickets off; } }
`,
  );
});
