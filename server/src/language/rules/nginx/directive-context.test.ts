import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { directiveContext } from './directive-context.ts';

test('a directive in the wrong block', () => {
  checkNginxRule(
    directiveContext,
    `
http {
  server {
    uwsgi_pass 127.0.0.1:1;
   #^^^^^^^^^^ error: "uwsgi_pass" is not allowed in "server", only in "location" and in "if in location"
    if ($host) {
      root /x;
     #^^^^ error: "root" is not allowed in "if in server", only in "http"…
    }
    location / {
      if ($host) { root /x; }
      worker_processes 2;
     #^^^^^^^^^^^^^^^^ error: "worker_processes" is not allowed in "location", only at the top level
    }
  }
}
listen 80;
#<<<<< error: "listen" is not allowed at the top level…
`,
  );
});

test('`include` stands anywhere, a name has several homes', () => {
  checkNginxRule(
    directiveContext,
    `
include a;
events { include b; }
http {
  include c;
  resolver 127.0.0.1;
  upstream u { server a:1; zone u 64k; include d; }
  map $a $b { include e; listen 1; }
}
stream { server { listen 1; proxy_pass a:1; } upstream u { server a:1; } }
mail { server { listen 1; protocol imap; } }
`,
  );
});

test('a fragment is reproached only what no place allows', () => {
  checkNginxRule(directiveContext, 'uwsgi_param A b;\ninclude uwsgi_params;\nroot /x;');
  checkNginxRule(
    directiveContext,
    'listen 80;\nlocation / { }\nworker_processes 1;\n#<<<<<<<<<<<<<<< error: "worker_processes" is not allowed in "server"…',
  );
  checkNginxRule(directiveContext, 'alias /x;', {
    topContexts: ['server', 'location'],
  });
});

test('a comment says where a fragment is included', () => {
  checkNginxRule(
    directiveContext,
    '# uwsgi-stack-context: server\nalias /x;\n#<<<< error: "alias" is not allowed in "server", only in "location"',
  );
});

test('unknown blocks and templates are left alone', () => {
  checkNginxRule(
    directiveContext,
    'http { frob { listen 80; } {{ x }} a; }\nevents { worker_connections 1; }',
  );
});
