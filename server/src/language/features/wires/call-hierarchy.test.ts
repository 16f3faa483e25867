import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLanguage, type CallItem, type Snapshot } from '../../language.ts';
import { fakeDisk } from '../../testing/around.ts';
import { article, snapshot } from '../../testing/workspace.ts';

const app = 'def application(environ, start_response):\n    return []\n';

function withApp(files: Readonly<Record<string, string>>): Snapshot {
  return { ...snapshot(files), disk: fakeDisk({ ...files, '/w/app.py': app }) };
}

/** Names of the stations, from the one at a place on, in one direction. */
function way(
  now: Snapshot,
  path: string,
  before: string,
  direction: 'outgoingCalls' | 'incomingCalls',
): readonly string[] {
  const language = createLanguage();
  const text = now.files.get(path)?.text ?? '';
  const at = text.indexOf(before) + before.length;
  let [item]: readonly CallItem[] = language.prepareCalls(now, path, at);
  const names: string[] = [];
  while (item !== undefined && names.length < 20) {
    names.push(item.name);
    item = language[direction](now, item)[0]?.item;
  }
  return names;
}

describe('the way of a request', () => {
  it('leads from the name of a server down to the app', () => {
    assert.deepEqual(way(withApp(article), '/w/nginx.conf', 'server_name app', 'outgoingCalls'), [
      'app.localhost',
      'location /',
      'router.ini',
      'worker.ini',
      'app.py',
    ]);
  });

  it('leads back from a worker to the name', () => {
    assert.deepEqual(way(withApp(article), '/w/worker.ini', 'subscribe2 = ser', 'incomingCalls'), [
      'worker.ini',
      'router.ini',
      'location /',
      'app.localhost',
    ]);
  });

  it('begins at any station', () => {
    const from = (path: string, before: string) =>
      way(withApp(article), path, before, 'outgoingCalls')[0];
    assert.equal(from('/w/nginx.conf', 'uwsgi_pass 12'), 'location /');
    assert.equal(from('/w/router.ini', 'shared-socket = 1'), 'router.ini');
    assert.equal(from('/w/router.ini', 'plug'), 'router.ini');
    assert.equal(from('/w/worker.ini', 'wsgi-f'), 'worker.ini');
    assert.equal(from('/w/nginx.conf', 'events'), undefined);
  });

  it('goes on from a server to the line of an included file', () => {
    const files = {
      ...article,
      '/w/nginx.conf': article['/w/nginx.conf'].replace(
        /location[\s\S]*?}\n/,
        'include app.conf;\n',
      ),
      '/w/app.conf': 'location /api/ {\n include uwsgi_params;\n uwsgi_pass 127.0.0.1:3030;\n}\n',
    };
    const names = way(withApp(files), '/w/nginx.conf', 'server_name app', 'outgoingCalls');
    assert.deepEqual(names.slice(0, 3), ['app.localhost', 'location /api/', 'router.ini']);
  });

  it('marks the app at its callable, and the line that names it', () => {
    const now = withApp(article);
    const language = createLanguage();
    const [worker] = language.prepareCalls(now, '/w/worker.ini', 10);
    assert.ok(worker);
    const [call] = language.outgoingCalls(now, worker);
    const { path = '', span = { start: 0, end: 0 } } = call?.item ?? {};
    assert.deepEqual([path, app.slice(span.start, span.end)], ['/w/app.py', 'application']);
    const [from = { start: 0, end: 0 }] = call?.from ?? [];
    assert.equal(article['/w/worker.ini'].slice(from.start, from.end), 'app.py');
  });

  it('ends where nothing listens', () => {
    const broken = { ...article, '/w/router.ini': '[uwsgi]\nmaster = true\n' };
    assert.deepEqual(way(withApp(broken), '/w/nginx.conf', 'server_name app', 'outgoingCalls'), [
      'app.localhost',
      'location /',
    ]);
  });
});

describe('the symbols of a stack', () => {
  it('are its addresses, domains and apps', () => {
    const found = createLanguage().wireSymbols(snapshot(article));
    assert.deepEqual(
      found.map(({ kind, name }) => `${kind} ${name}`),
      [
        'server app.localhost',
        'socket 127.0.0.1:8080',
        'socket 127.0.0.1:3030',
        'socket 127.0.0.1:3131',
        'app app.py',
        'socket 127.*:0',
        'key app.localhost',
      ],
    );
  });
});
