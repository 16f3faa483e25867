import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kindOfFile } from '../language.ts';
import { readFile } from '../read-file.ts';
import { createEffectiveOf } from '../effective-memo.ts';
import { createFactsOf } from '../read-facts.ts';
import { article, edited } from '../testing/workspace.ts';
import { formatEndpoint } from './endpoint.ts';
import { buildGraph, type PassWire } from './graph.ts';
import { keyParameter } from './key-parameter.ts';
import { findStacks } from './stacks.ts';

type Files = Readonly<Record<string, string>>;

function graphOf(files: Files) {
  const read = new Map(
    Object.entries(files).flatMap(([path, text]) => {
      const kind = kindOfFile(path, text);
      return kind === undefined
        ? []
        : [[path, readFile({ path, text, kind, version: 1 })] as const];
    }),
  );
  const factsOf = createFactsOf(createEffectiveOf());
  const facts = [...read].map(([path, file]) =>
    factsOf(path, file, (other) => read.get(other)?.uwsgi),
  );
  return buildGraph(new Map(facts.map((file) => [file.path, file])));
}

/** Each address that a pass leads to, with the text that it is written as and what listens there. */
function shown(files: Files, wires: readonly PassWire[]) {
  return wires.flatMap(({ targets }) =>
    targets.map(({ endpoint, path, span, ends }) => [
      formatEndpoint(endpoint),
      (files[path] ?? '').slice(span.start, span.end),
      ends.map(({ socket }) => socket.option).join(),
    ]),
  );
}

const passTo = (text: string, http = '') =>
  edited(
    edited(article, '/w/nginx.conf', 'uwsgi_pass 127.0.0.1:3030;', text),
    '/w/nginx.conf',
    'http {',
    `http {\n${http}`,
  );

describe('the wires of a stack', () => {
  it('follows a variable to the line that sets it', () => {
    const files = passTo('set $back 127.0.0.1:3030; uwsgi_pass $back;');
    assert.deepEqual(shown(files, graphOf(files).passes), [
      ['127.0.0.1:3030', '127.0.0.1:3030', 'fastrouter'],
    ]);
  });

  it('follows a map with constants, into an upstream too', () => {
    const files = passTo(
      'uwsgi_pass $back;',
      'upstream routers { server 127.0.0.1:3030; }\nmap $host $back { hostnames; default routers; b.localhost 127.0.0.1:3039; }',
    );
    assert.deepEqual(shown(files, graphOf(files).passes), [
      ['127.0.0.1:3030', '127.0.0.1:3030', 'fastrouter'],
      ['127.0.0.1:3039', '127.0.0.1:3039', ''],
    ]);
  });

  it('puts an address together from pieces', () => {
    const files = passTo('set $port 3030; uwsgi_pass 127.0.0.1:${port};');
    assert.deepEqual(shown(files, graphOf(files).passes), [
      ['127.0.0.1:3030', '127.0.0.1:${port}', 'fastrouter'],
    ]);
  });

  it('leaves a variable of the request alone, and one that means itself', () => {
    assert.deepEqual(shown(article, graphOf(passTo('uwsgi_pass $arg_to;')).passes), []);
    const circle = passTo('set $a $b; set $b $a; uwsgi_pass $a;');
    assert.deepEqual(shown(circle, graphOf(circle).passes), []);
  });

  it('follows variables of another file of the same nginx', () => {
    const files = {
      ...passTo('uwsgi_pass $back;', 'include conf.d/*.conf;'),
      '/w/conf.d/backs.conf': 'map $host $back {\n    default 127.0.0.1:3030;\n}\n',
    };
    assert.deepEqual(shown(files, graphOf(files).passes)[0]?.[2], 'fastrouter');
  });

  it('follows proxy_pass to the same sockets', () => {
    for (const [value, address] of [
      ['http://127.0.0.1:3030', '127.0.0.1:3030'],
      ['http://127.0.0.1:3030/a/b', '127.0.0.1:3030'],
      ['http://unix:/run/a.sock:/x', '/run/a.sock'],
      ['http://127.0.0.1', '127.0.0.1:80'],
      ['https://127.0.0.1', '127.0.0.1:443'],
    ] as const) {
      const files = passTo(`proxy_pass ${value};`);
      assert.equal(shown(files, graphOf(files).proxies)[0]?.[0], address);
    }
  });

  it('knows the server, and the key, through the file that includes the wire', () => {
    const files = {
      ...passTo('include wire.conf;'),
      '/w/wire.conf': 'uwsgi_pass 127.0.0.1:3030;\n',
    };
    const graph = graphOf(files);
    const [wire] = graph.passes;
    const [route, ...others] = wire?.routes ?? [];
    assert.equal(others.length, 0);
    assert.deepEqual(
      route?.server?.server.names.map(({ text }) => text),
      ['app.localhost'],
    );
    assert.ok(route);
    const key = keyParameter(graph, route);
    assert.equal(key.kind === 'parameter' ? key.value.text : key.kind, '$host');
    assert.deepEqual(findStacks(graph)[0]?.nginx, ['/w/nginx.conf']);
  });

  it('gives a fragment that two servers include a route from each', () => {
    const files = {
      ...article,
      '/w/nginx.conf':
        'events {}\nhttp {\n server { server_name a.localhost; location / { include wire.conf; } }\n server { server_name b.localhost; location / { include wire.conf; } }\n}\n',
      '/w/wire.conf': 'uwsgi_pass 127.0.0.1:3030;\n',
    };
    const names = graphOf(files).passes[0]?.routes.map(
      ({ server }) => server?.server.names[0]?.text,
    );
    assert.deepEqual(names?.sort(), ['a.localhost', 'b.localhost']);
  });

  it('ends on files that include each other', () => {
    const files = {
      '/w/a.conf': 'include b.conf;\nlocation / { uwsgi_pass 127.0.0.1:3030; }\n',
      '/w/b.conf': 'include a.conf;\nlocation /b { uwsgi_pass 127.0.0.1:3030; }\n',
    };
    assert.equal(graphOf(files).passes.length, 2);
  });

  it('knows what a worker announces', () => {
    const announced = (lines: string) => {
      const files = edited(article, '/w/worker.ini', 'socket = 127.*:0\n', lines);
      const [wire] = graphOf(files).subscriptions;
      const told = wire?.subscription.announced;
      return told?.kind === 'socket' ? told.socket.text : told?.address.text;
    };
    assert.equal(announced('http-socket = :9090\nsocket = 127.*:0\n'), ':9090');
    assert.equal(announced(''), undefined);
    const files = edited(
      article,
      '/w/worker.ini',
      'key=app.localhost',
      'key=app.localhost,addr=10.0.0.1:5,modifier1=300',
    );
    const [wire] = graphOf(files).subscriptions;
    const told = wire?.subscription.announced;
    assert.equal(told?.kind === 'address' && told.address.text, '10.0.0.1:5');
    assert.equal(wire?.subscription.modifier1, 44);
  });

  it('has the vassals of an emperor started by it, not beside it', () => {
    for (const pattern of ['%d/worker*.ini', 'worker*.ini', '%d/vassals', 'vassals/']) {
      const vassal = pattern.includes('vassals') ? '/w/vassals/app.ini' : '/w/worker.ini';
      const files = {
        '/w/nginx.conf': article['/w/nginx.conf'],
        '/w/router.ini': `${article['/w/router.ini']}emperor = ${pattern}\n`,
        [vassal]: article['/w/worker.ini'],
      };
      const graph = graphOf(files);
      assert.deepEqual([...graph.vassals], [[vassal, ['/w/router.ini']]], pattern);
      const [stack, ...others] = findStacks(graph);
      assert.equal(others.length, 0);
      assert.deepEqual(stack?.workers, []);
      assert.ok(stack.files.includes(vassal));
    }
  });
});
