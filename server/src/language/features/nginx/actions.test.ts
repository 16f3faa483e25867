import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix } from '../../testing/rule-fixture.ts';
import { nginxCursor } from '../../testing/nginx-cursor.ts';

/** Titles of what is offered at the cursor, and the text after each. */
function offered(marked: string, files: Readonly<Record<string, string>> = {}) {
  const { text, offset, features } = nginxCursor(marked, { files });
  const actions = features.actions({ start: offset, end: offset });
  return Object.fromEntries(actions.map((action) => [action.title, applyFix(text, action)]));
}

test('an address becomes an upstream, in every pass to it', () => {
  const text = `events {}
http {
  server {
    location / {
      include uwsgi_params;
      uwsgi_pass 127.0.0.1:<|>3031;
    }
    location /b { uwsgi_pass uwsgi://127.0.0.1:3031; }
    location /c { uwsgi_pass unix:/run/c.sock; }
  }
}
`;
  assert.deepEqual(offered(text), {
    'Extract 127.0.0.1:3031 to an upstream (2 places)': `events {}
http {
  upstream app {
    server 127.0.0.1:3031;
  }
  server {
    location / {
      include uwsgi_params;
      uwsgi_pass app;
    }
    location /b { uwsgi_pass uwsgi://app; }
    location /c { uwsgi_pass unix:/run/c.sock; }
  }
}
`,
  });
});

test('the name is a free one, the port is that of the scheme', () => {
  const text =
    'http { upstream Backend { server a:1; } server { location / { proxy_set_header Host $host; proxy_pass <|>https://b.test/x; } } }';
  assert.deepEqual(offered(text), {
    'Extract b.test to an upstream':
      'http { upstream Backend { server a:1; } upstream backend2 { server b.test:443; } server { location / { proxy_set_header Host $host; proxy_pass https://backend2/x; } } }',
  });
});

test('no upstream where the application would be told another Host, or the address is one already', () => {
  for (const text of [
    'http { server { location / { proxy_pass <|>http://127.0.0.1:8000; } } }',
    'http { server { location / { uwsgi_pass <|>$app; } } }',
    'http { server { location / { uwsgi_pass <|>app; } } upstream app { server a:1; server b:1; } }',
    'location / { uwsgi_pass <|>127.0.0.1:3031; }',
    'http { server { location / { uwsgi_pass <|>127.0.0.1:3031; }',
  ])
    assert.deepEqual(offered(text), {}, text);
});

test('an upstream of one server goes into its passes', () => {
  const text = `http {
  upstream app {
    server unix:/run/app.sock;
  }
  server {
    location / { uwsgi_pass <|>app; }
    location /b { uwsgi_pass App; }
  }
}
`;
  const after = `http {
  server {
    location / { uwsgi_pass unix:/run/app.sock; }
    location /b { uwsgi_pass unix:/run/app.sock; }
  }
}
`;
  assert.deepEqual(Object.values(offered(text)), [after]);
});

test('an upstream that says more stays', () => {
  for (const text of [
    'http { upstream app { server a:1 weight=2; } server { location / { uwsgi_pass <|>app; } } }',
    'http { upstream app { server a:1; keepalive 2; } server { location / { uwsgi_pass <|>app; } } }',
    'http { upstream app { server a:1; } server { location / { proxy_pass http://<|>app; } } }',
    'http { map $host $to { default app; } upstream app { server a:1; } server { location / { uwsgi_pass <|>app; } location /b { uwsgi_pass $to; } } }',
  ])
    assert.deepEqual(offered(text), {}, text);
});

test('a host that is only redirected gets a server of its own', () => {
  const text = `http {
    server {
        listen 80 default_server;
        server_name a.test www.a.test;
        if ($host = <|>www.a.test) {
            return 301 https://a.test$request_uri;
        }
        location / {
            root /srv;
        }
    }
}
`;
  assert.deepEqual(offered(text), {
    'Give www.a.test a server of its own': `http {
    server {
        listen 80 default_server;
        server_name a.test;
        location / {
            root /srv;
        }
    }
    server {
        listen 80;
        server_name www.a.test;
        return 301 https://a.test$request_uri;
    }
}
`,
  });
});

test('a host whose requests something else may change stays', () => {
  const server = (lines: string) => `http {\n  server {\n    listen 80;\n${lines}\n  }\n}\n`;
  for (const lines of [
    'server_name a.test; if ($host = <|>b.test) { return 301 https://a.test/; }',
    'server_name b.test a.test; if ($host = <|>b.test) { return 301 https://a.test/; }',
    'server_name a.test b.test; if ($host ~ <|>b.test) { return 301 https://a.test/; }',
    'server_name a.test b.test; set $x 1; if ($host = <|>b.test) { return 301 https://a.test/$x; }',
    'server_name a.test b.test; if ($host = <|>b.test) { return 301 https://a.test/; } limit_req zone=z;',
    'server_name a.test b.test; include x.conf; if ($host = <|>b.test) { return 301 https://a.test/; }',
    'server_name a.test b.test; if ($host = <|>b.test) { set $a 1; return 301 https://a.test/; }',
  ])
    assert.deepEqual(offered(server(lines)), {}, lines);
});

test('an alias that repeats the path becomes a root', () => {
  assert.deepEqual(offered('server { location /img/ { <|>alias /srv/img/; expires 1d; } }'), {
    'Change to `root /srv`': 'server { location /img/ { root /srv; expires 1d; } }',
  });
  for (const text of [
    'server { location /img/ { <|>alias /srv/pics/; } }',
    'server { location /img/ { <|>alias /srv/img/; try_files $uri =404; } }',
    'server { location ~ ^/img/ { <|>alias /srv/img/; } }',
    'server { location / { <|>alias /srv/; } }',
  ])
    assert.deepEqual(offered(text), {}, text);
});

test('an included file comes in place of its include', () => {
  const files = { '/w/conf.d/headers.conf': '# ours\nadd_header X-A a;\nadd_header X-B b;\n' };
  assert.deepEqual(offered('events {}\nhttp {\n  include <|>conf.d/headers.conf;\n}\n', files), {
    'Inline headers.conf':
      'events {}\nhttp {\n  # ours\n  add_header X-A a;\n  add_header X-B b;\n}\n',
  });
  assert.deepEqual(offered('http {\n  include <|>conf.d/headers.conf;\n}\n'), {});
  const quoted = { '/w/conf.d/headers.conf': 'add_header X-A "a\n b";\n' };
  assert.deepEqual(offered('http {\n  include <|>conf.d/headers.conf;\n}\n', quoted), {});
});
