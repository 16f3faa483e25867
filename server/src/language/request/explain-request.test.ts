import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLanguage } from '../language.ts';
import { winningLocation } from '../features/explain.ts';
import { around, fakeDisk, readNginx } from '../testing/around.ts';
import { article, snapshot } from '../testing/workspace.ts';
import { describeHandler } from './describe-handler.ts';
import type { Explanation } from './explanation.ts';

interface Question {
  readonly url: string;
  readonly method?: string;
  readonly address?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function ask(
  files: Readonly<Record<string, string>>,
  question: Question,
  disk: Readonly<Record<string, string>> = {},
): Explanation {
  const outcome = createLanguage().explain({ ...snapshot(files), disk: fakeDisk(disk) }, question);
  assert.equal(outcome.kind, 'explained');
  const [first] = outcome.explanations;
  assert.ok(first);
  return first;
}

/** One server, with this in it. */
function server(body: string, question: Question, disk: Readonly<Record<string, string>> = {}) {
  return ask(
    { '/w/nginx.conf': `events {} http { server { listen 8080; root /srv; ${body} } }` },
    question,
    disk,
  );
}

const lines = ({ steps }: Explanation) => steps.map(({ text }) => text);

describe('which server', () => {
  const conf = `events {} http {
    server { listen 80; server_name *.example.com; }
    server { listen 80 default_server; server_name www.example.com; }
    server { listen 80; server_name ~^(?<sub>.+)\\.example\\.com$ mail.*; }
    server { listen 127.0.0.1:80; server_name local; }
    server { listen [::]:80; server_name six; }
    server { listen unix:/run/n.sock; server_name socket; }
  }`;
  const names = (url: string, more: Partial<Question> = {}) => {
    const { steps, server } = ask({ '/w/nginx.conf': conf }, { url, ...more });
    const line = server && conf.slice(0, server.span.start).split('\n').length;
    return [line, steps.find(({ kind }) => kind === 'server')?.text];
  };

  it('goes by the exact name, then wildcards, then regular expressions, then the default', () => {
    assert.deepEqual(names('www.example.com'), [
      3,
      'server_name www.example.com wins: it is exactly the name that is asked for.',
    ]);
    assert.equal(names('a.b.example.com')[0], 2);
    assert.equal(names('mail.org')[0], 4);
    assert.deepEqual(names('other.org'), [
      3,
      'No server_name fits other.org. The default server answers: it is marked default_server.',
    ]);
  });

  it('goes by the address before any name', () => {
    assert.equal(names('http://www.example.com', { address: '127.0.0.1' })[0], 5);
    assert.equal(names('http://localhost')[0], 5);
    assert.equal(names('http://[::1]')[0], 6);
    assert.equal(names('http://www.example.com', { address: 'unix:/run/n.sock' })[0], 7);
  });

  it('does not mind which of two addresses it is when the same servers listen there', () => {
    const both = 'events {} http { server { listen 80; listen [::]:80; return 204; } }';
    const found = ask({ '/w/nginx.conf': both }, { url: 'http://any.org/' });
    assert.equal(found.sure, true);
    assert.match(lines(found)[0] ?? '', /so could \[::\]:80, where the same servers listen/);
  });

  it('says who has lost, and why', () => {
    const { steps } = ask({ '/w/nginx.conf': conf }, { url: 'www.example.com' });
    const lost = steps.find(({ kind }) => kind === 'server')?.lost ?? [];
    assert.deepEqual(
      lost.map(({ title, reason }) => `${title}: ${reason}`),
      [
        'server_name *.example.com: fits, too, but the other fits better or comes first',
        'server_name ~^(?<sub>.+)\\.example\\.com$ mail.*: fits, too, but the other fits better or comes first',
      ],
    );
  });

  it('says when nobody listens, and finds the port that Start Stack has moved', () => {
    const nobody = ask({ '/w/nginx.conf': conf }, { url: 'http://www.example.com:81' });
    assert.equal(nobody.server, undefined);
    assert.match(lines(nobody).join(), /Nobody listens on www\.example\.com:81/);
    assert.match(
      lines(ask({ '/w/nginx.conf': conf }, { url: 'http://www.example.com:8080' })).join(),
      /Port 8080 stands for 80, as Start Stack moves it/,
    );
  });

  it('tells plain http and https apart', () => {
    const tls = 'events {} http { server { listen 443 ssl; return 204; } }';
    const status = (url: string) => {
      const { handler } = ask({ '/w/nginx.conf': tls }, { url });
      return handler.kind === 'answer' ? handler.status : undefined;
    };
    assert.equal(status('https://a/'), 204);
    assert.equal(status('http://a:443/'), 400);
  });
});

describe('which location', () => {
  it('has the reasons of the winner and of those that have lost', () => {
    const found = server(
      'location / { } location /api/ { return 204; } location = /api/x { } location ~ \\.png$ { }',
      { url: 'http://a:8080/api/y' },
    );
    const step = found.steps.find(({ kind }) => kind === 'location');
    assert.equal(
      step?.text,
      'location /api/ wins for /api/y: it is the longest prefix that fits, and no regular expression does.',
    );
    assert.deepEqual(
      step.lost.map(({ title, reason }) => `${title}: ${reason}`),
      [
        'location /: fits, but is a shorter prefix',
        'location = /api/x: is another path',
        'location ~ \\.png$: does not fit',
      ],
    );
  });

  it('says that a ^~ keeps regular expressions out', () => {
    const found = server('location ^~ /i/ { return 204; } location ~ \\.png$ { }', {
      url: 'http://a:8080/i/a.png',
    });
    assert.match(lines(found).join(), /its \^~ keeps regular expressions out/);
  });

  it('redirects to the path with the slash that a passing location ends in', () => {
    const found = server('location /app/ { proxy_pass http://127.0.0.1:9000; }', {
      url: 'http://a:8080/app?x=1',
    });
    assert.equal(describeHandler(found), 'Answer: 301, a redirect to http://a:8080/app/?x=1.');
  });
});

describe('what follows', () => {
  const url = 'http://a:8080/old/x?q=1';
  it('rewrites, and names each step', () => {
    const found = server(
      'rewrite ^/old/(.*)$ /new/$1 last; location /new/ { return 200 "$uri?$args"; }',
      { url },
    );
    assert.equal(describeHandler(found), 'Answer: 200 with the text "/new/x?q=1".');
    assert.ok(lines(found).some((text) => text.includes('makes the path /new/x')));
  });

  it('asks the disk for try_files, and follows what it tells', () => {
    const body = 'location / { try_files $uri @app; } location @app { return 202; }';
    assert.equal(
      describeHandler(server(body, { url }, { '/srv/old/x': '' })),
      'Answer: 200, the file /srv/old/x.',
    );
    assert.equal(describeHandler(server(body, { url })), 'Answer: 202.');
  });

  it('finds the index file, by another search for the location', () => {
    const found = server(
      'location ~ \\.html$ { add_header X 1; }',
      { url: 'http://a:8080/' },
      {
        '/srv/index.html': '',
      },
    );
    assert.equal(describeHandler(found), 'Answer: 200, the file /srv/index.html.');
    assert.match(lines(found).join(), /location ~ \\\.html\$ wins for \/index\.html/);
  });

  it('says what the files do not decide', () => {
    const found = server('if ($http_user_agent ~ curl) { return 403; } return 204;', { url });
    assert.equal(found.sure, false);
    assert.match(lines(found).join(), /depends on \$http_user_agent, and was taken for false/);
    const asked = { url, headers: { 'user-agent': 'curl/8' } };
    const known = server('if ($http_user_agent ~ curl) { return 403; } return 204;', asked);
    assert.equal(describeHandler(known), 'Answer: 403.');
    assert.equal(known.sure, true);
  });

  it('follows maps', () => {
    const conf = `events {} http { map $host $to { default b; ~^(?<n>\\d) n$n; } server { listen 8080; return 302 /$to; } }`;
    const to = (host: string) =>
      describeHandler(ask({ '/w/nginx.conf': conf }, { url: `http://${host}:8080/` }));
    assert.equal(to('a'), 'Answer: 302, a redirect to http://a:8080/b.');
    assert.equal(to('7x'), 'Answer: 302, a redirect to http://7x:8080/n7.');
  });

  it('computes the file behind an alias, and the URL behind proxy_pass', () => {
    const alias = server('location /s/ { alias /data/; }', { url: 'http://a:8080/s/x' });
    assert.match(describeHandler(alias), /404/);
    const passed = (body: string) => describeHandler(server(body, { url }));
    const pass = (address: string) => `Answer: what ${address} says (proxy_pass).`;
    assert.equal(passed('location /old { proxy_pass http://h; }'), pass('http://h/old/x?q=1'));
    assert.equal(passed('location /old { proxy_pass http://h/; }'), pass('http://h//x?q=1'));
  });

  it('ends in a circle as nginx does', () => {
    const found = server('location / { rewrite ^ /x last; }', { url });
    assert.equal(describeHandler(found), 'Answer: 500.');
    assert.match(lines(found).at(-1) ?? '', /ten times/);
  });
});

describe('through the stack', () => {
  it('names the router, the key and the workers that announce it', () => {
    const found = ask(article, { url: 'http://app.localhost:8080/x' });
    assert.equal(found.handler.kind, 'uwsgi');
    assert.equal(found.handler.key, 'app.localhost');
    assert.deepEqual(
      [...found.handler.routers, ...found.handler.workers].map(({ path }) => path),
      ['/w/router.ini', '/w/worker.ini'],
    );
    assert.equal(found.sure, true);
  });

  it('tells a key that nobody announces', () => {
    assert.equal(
      describeHandler(ask(article, { url: 'http://other.localhost:8080/x' })),
      'Answer: 502, as no worker announces the key "other.localhost" to the router.',
    );
  });

  it('without a key parameter takes the Host header, with its port', () => {
    const files = {
      ...article,
      '/w/nginx.conf': article['/w/nginx.conf'].replace(/^.*FASTROUTER_KEY.*$/m, ''),
    };
    const found = ask(files, { url: 'http://app.localhost:8080/x' });
    assert.equal(found.handler.kind === 'uwsgi' && found.handler.key, 'app.localhost:8080');
    const debian = { ...files, '/w/uwsgi_params': 'uwsgi_param HTTP_HOST $host;' };
    const stripped = ask(debian, { url: 'http://app.localhost:8080/x' });
    assert.equal(stripped.handler.kind === 'uwsgi' && stripped.handler.key, 'app.localhost');
  });

  it('looks for SERVER_NAME where the Host header is suppressed', () => {
    const files = {
      ...article,
      '/w/nginx.conf': article['/w/nginx.conf'].replace(
        'UWSGI_FASTROUTER_KEY $host;',
        'HTTP_HOST ""; uwsgi_param SERVER_NAME $server_name;',
      ),
    };
    const found = ask(files, { url: 'http://app.localhost:8080/x' });
    assert.equal(found.handler.kind === 'uwsgi' && found.handler.key, 'app.localhost');
  });

  it('follows includes, with places in the included files', () => {
    const found = ask(
      {
        '/w/nginx.conf': 'events {} http { include sites/*.conf; }',
        '/w/sites/a.conf': 'server { listen 8080; include l.conf; }',
        '/w/l.conf': 'location /x { return 204; }',
      },
      { url: 'http://a:8080/x' },
    );
    assert.equal(found.server?.path, '/w/sites/a.conf');
    assert.equal(found.location?.path, '/w/l.conf');
  });

  it('follows includes out of the workspace, as the disk tells them', () => {
    const files = { '/w/nginx.conf': 'events {} http { include /etc/nginx/conf.d/*.conf; }' };
    const disk = {
      '/etc/nginx/conf.d/b.conf': 'server { listen 8080; include snippets/x; }',
      '/w/snippets/x': 'location /x { return 204; }',
    };
    const found = ask(files, { url: 'http://a:8080/x' }, disk);
    assert.equal(found.server?.path, '/etc/nginx/conf.d/b.conf');
    assert.equal(describeHandler(found), 'Answer: 204.');
  });

  it('ends on files that include each other', () => {
    const files: Record<string, string> = {
      '/w/nginx.conf': 'events {} http { include a.conf; }',
      '/w/a.conf': 'include a.conf; include a.conf;\nserver { listen 8080; }',
    };
    assert.ok(ask(files, { url: 'http://a:8080/' }).server);
  });
});

describe('the location that wins', () => {
  it('is there for a hint', () => {
    const file = readNginx(
      'events {} http { server { listen 80; location / { } location /a { } } }',
      '/w/nginx.conf',
    );
    const view = { ...file, around: around({ disk: fakeDisk({}) }) };
    const place = winningLocation(view, 'http://x/a/b');
    assert.equal(file.text.slice(place?.span.start, place?.span.end), 'location /a');
    assert.equal(winningLocation(view, 'http://x:81/a/b'), undefined);
  });
});

describe('a URL to begin with', () => {
  const language = createLanguage();
  const text = `events {} http {
  server { listen 8081 ssl; server_name *.shop.test; location ~ ^/cart/\\d { } location /buy/ { } }
  server { listen 9000; }
}`;
  const files = snapshot({ '/w/nginx.conf': text });
  const at = (mark: string) => language.exampleUrl(files, '/w/nginx.conf', text.indexOf(mark) + 1);

  it('is of the server and the location around the cursor', () => {
    assert.equal(at('buy'), 'https://shop.test:8081/buy/');
    assert.equal(at('cart'), 'https://shop.test:8081/cart/');
    assert.equal(at('9000'), 'http://localhost:9000/');
    assert.equal(language.exampleUrl(files, '/w/worker.ini', 3), 'https://shop.test:8081/');
    assert.equal(language.exampleUrl(snapshot({}), '/w/x.conf', 0), undefined);
  });

  it('lends host and port to a path alone', () => {
    const outcome = language.explain(files, { url: '/buy/x' });
    assert.equal(outcome.kind, 'explained');
    assert.equal(outcome.explanations[0]?.request.host, 'shop.test');
    assert.equal(language.explain(files, { url: 'http://a b/' }).kind, 'problem');
  });
});
