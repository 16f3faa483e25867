import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLanguage, type FileEdit } from '../../language.ts';
import { article, edited, snapshot } from '../../testing/workspace.ts';

type Files = Readonly<Record<string, string>>;

/** Renames what stands at the end of `before` in a file; gives the lines that have changed, or the problem. */
function renamed(files: Files, path: string, before: string, newName: string) {
  const features = createLanguage().features(snapshot(files), path);
  const at = (files[path] ?? '').indexOf(before) + before.length;
  assert.ok(features !== undefined && at >= before.length);
  const outcome = features.rename(at, newName);
  if ('problem' in outcome) return { problem: outcome.problem, lines: [], files };
  const after = apply(files, outcome.edits);
  const lines = Object.entries(after).flatMap(([file, text]) => {
    const old = (files[file] ?? '').split('\n');
    return text.split('\n').flatMap((line, index) => (line === old[index] ? [] : [line.trim()]));
  });
  return { problem: undefined, lines, files: after };
}

function apply(files: Files, edits: readonly FileEdit[]): Files {
  const result: Record<string, string> = { ...files };
  for (const { path, span, newText } of [...edits].sort((a, b) => b.span.start - a.span.start)) {
    const text = result[path] ?? '';
    result[path] = text.slice(0, span.start) + newText + text.slice(span.end);
  }
  return result;
}

function shownAt(files: Files, path: string, before: string) {
  const at = (files[path] ?? '').indexOf(before) + before.length;
  return createLanguage().features(snapshot(files), path)?.renameable(at);
}

function findings(files: Files): readonly string[] {
  const found = [...createLanguage().check(snapshot(files)).values()].flat();
  return found.map(({ message }) => message);
}

describe('renaming an address', () => {
  it('changes the port at every end, whichever end one begins at', () => {
    for (const [path, before] of [
      ['/w/nginx.conf', 'uwsgi_pass 127.0.0.1:30'],
      ['/w/router.ini', 'shared-socket = 127.0.0.1:30'],
    ] as const) {
      const { lines, files } = renamed(article, path, before, '3055');
      assert.deepEqual(lines, ['uwsgi_pass 127.0.0.1:3055;', 'shared-socket = 127.0.0.1:3055']);
      assert.deepEqual(findings(files), []);
    }
  });

  it('knows that subscriptions go by datagrams', () => {
    const { lines, files } = renamed(article, '/w/worker.ini', 'server=127.0.0.1:31', '3030');
    assert.deepEqual(lines, [
      'fastrouter-subscription-server = 127.0.0.1:3030',
      'subscribe2 = server=127.0.0.1:3030,key=app.localhost',
    ]);
    assert.deepEqual(findings(files), []);
  });

  it('leaves each end its form', () => {
    const files = edited(article, '/w/nginx.conf', '127.0.0.1:3030', 'uwsgi://localhost:3030');
    const { lines } = renamed(files, '/w/router.ini', 'shared-socket = 127.0', '127.0.0.2:3031');
    assert.deepEqual(lines, [
      'uwsgi_pass uwsgi://localhost:3031;',
      'shared-socket = 127.0.0.2:3031',
    ]);
  });

  it('makes a unix socket of a port, as each program writes it', () => {
    const { lines, files } = renamed(
      article,
      '/w/nginx.conf',
      'uwsgi_pass 127.0',
      'unix:/tmp/r.sock',
    );
    assert.deepEqual(lines, ['uwsgi_pass unix:/tmp/r.sock;', 'shared-socket = /tmp/r.sock']);
    const back = renamed(files, '/w/router.ini', 'shared-socket = /tmp', '127.0.0.1:3030');
    assert.deepEqual(back.files, article);
  });

  it('keeps a path relative that is so', () => {
    const files = {
      '/w/nginx.conf': article['/w/nginx.conf'].replace('127.0.0.1:3030', 'unix:/w/run/a.sock'),
      '/w/worker.ini':
        '[uwsgi]\nplugins = python3\nmaster = true\nsocket = run/a.sock\nwsgi-file = app.py\n',
    };
    const { lines } = renamed(files, '/w/nginx.conf', 'unix:/w/run', '/w/run/b.sock');
    assert.deepEqual(lines, ['uwsgi_pass unix:/w/run/b.sock;', 'socket = run/b.sock']);
  });

  it('changes a placeholder where it is set, and an upstream', () => {
    const files = {
      ...article,
      '/w/nginx.conf': article['/w/nginx.conf']
        .replace('    server {', '    upstream router { server 127.0.0.1:3030; }\n    server {')
        .replace('uwsgi_pass 127.0.0.1:3030', 'uwsgi_pass router'),
      '/w/router.ini': article['/w/router.ini'].replace(
        'shared-socket = 127.0.0.1:3030',
        'port = 3030\nshared-socket = 127.0.0.1:%(port)',
      ),
    };
    const { lines, files: after } = renamed(files, '/w/nginx.conf', 'server 127.0.0.1:3', '3099');
    assert.deepEqual(lines, ['upstream router { server 127.0.0.1:3099; }', 'port = 3099']);
    assert.deepEqual(findings(after), []);
  });

  it('follows an included file', () => {
    const files = {
      ...article,
      '/w/router.ini': `${article['/w/router.ini'].replace('shared-socket = 127.0.0.1:3030\n', '')}ini = ports.ini\n`,
      '/w/ports.ini': '[uwsgi]\nshared-socket = 127.0.0.1:3030\n',
    };
    const { lines } = renamed(files, '/w/nginx.conf', 'uwsgi_pass 127.0.0.1:3', '3034');
    assert.deepEqual(lines, ['uwsgi_pass 127.0.0.1:3034;', 'shared-socket = 127.0.0.1:3034']);
  });

  it('refuses what would not work, and says why', () => {
    const refused = (newName: string, path = '/w/nginx.conf', before = 'uwsgi_pass 127.0') =>
      renamed(article, path, before, newName).problem ?? '';
    assert.match(refused('127.0.0.1:70000'), /no address/);
    assert.match(refused('70000', '/w/nginx.conf', '127.0.0.1:30'), /from 1 to 65535/);
    assert.match(refused('router.example:3030'), /does not look up "router.example"/);
    assert.match(refused(`/tmp/${'x'.repeat(120)}`), /102 bytes/);
    assert.match(refused('/tmp/a b'), /blanks/);
    const two = { ...article, '/w/other.ini': '[uwsgi]\nhttp-socket = 127.0.0.1:3077\n' };
    const taken = renamed(two, '/w/nginx.conf', 'uwsgi_pass 127.0.0.1:3', '3077').problem;
    assert.equal(taken, '127.0.0.1:3077 is taken by other.ini:2. Choose another address.');
  });

  it('offers the port alone where the cursor is in it', () => {
    const name = (before: string) => {
      const found = shownAt(article, '/w/nginx.conf', before);
      return found && 'name' in found ? found.name : undefined;
    };
    assert.equal(name('uwsgi_pass 127.0.0.1:30'), '3030');
    assert.equal(name('uwsgi_pass 127.0'), '127.0.0.1:3030');
    // An address that leads nowhere near uWSGI is no business of ours.
    assert.equal(name('listen 127.0'), undefined);
  });
});

describe('renaming a domain', () => {
  it('changes the name of the server and the keys of the workers', () => {
    for (const [path, before] of [
      ['/w/nginx.conf', 'server_name app'],
      ['/w/worker.ini', 'key=app'],
    ] as const) {
      const { lines, files } = renamed(article, path, before, 'shop.localhost');
      assert.deepEqual(lines, [
        'server_name shop.localhost;',
        'subscribe2 = server=127.0.0.1:3131,key=shop.localhost',
      ]);
      assert.deepEqual(findings(files), []);
    }
  });

  it('leaves a neighbour with another name alone', () => {
    const files = edited(article, '/w/nginx.conf', 'app.localhost', 'app.localhost my.localhost');
    const { lines } = renamed(files, '/w/nginx.conf', 'my.local', 'our.localhost');
    assert.deepEqual(lines, ['server_name app.localhost our.localhost;']);
  });

  it('refuses what is no domain', () => {
    const { problem } = renamed(article, '/w/nginx.conf', 'server_name app', 'a b');
    assert.match(problem ?? '', /is no domain/);
  });
});
