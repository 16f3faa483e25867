import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLanguage } from '../language.ts';
import { article, edited, snapshot } from '../testing/workspace.ts';

const outlines = (files: Record<string, string>) => createLanguage().outlines(snapshot(files));

function moved(folder: string, port: number): Record<string, string> {
  return Object.fromEntries(
    Object.entries(article).map(([path, text]) => [
      path.replace('/w/', `/w/${folder}/`),
      text.replaceAll('3030', String(port)).replaceAll('3131', String(port + 1)),
    ]),
  );
}

describe('stacks of a workspace', () => {
  it('joins nginx, router and worker into one', () => {
    const [stack, ...others] = outlines(article);
    assert.equal(others.length, 0);
    assert.equal(stack?.title, 'w');
    assert.equal(stack.url, 'http://app.localhost:8080/');
    assert.deepEqual(
      stack.nodes.map(({ title, roles, address, names }) => ({ title, roles, address, names })),
      [
        {
          title: 'nginx.conf',
          roles: ['nginx'],
          address: '127.0.0.1:8080',
          names: ['app.localhost'],
        },
        { title: 'router.ini', roles: ['router'], address: '127.0.0.1:3030', names: [] },
        { title: 'worker', roles: ['worker'], address: '127.*:0', names: ['app.localhost'] },
      ],
    );
  });

  it('keeps a stack whole while a wire of it dangles', () => {
    const broken = edited(article, '/w/nginx.conf', '127.0.0.1:3030', '127.0.0.1:3031');
    assert.equal(outlines(broken).length, 1);
  });

  it('tells the stacks of two folders apart, with the same ports or others', () => {
    assert.deepEqual(
      outlines({ ...moved('one', 3030), ...moved('two', 4040) }).map(({ root }) => root),
      ['/w/one', '/w/two'],
    );
    assert.deepEqual(
      outlines({ ...moved('one', 3030), ...moved('two', 3030) }).map(({ root }) => root),
      ['/w/one', '/w/two'],
    );
  });

  it('finds the wire in an included file', () => {
    const [server] = /server \{[\s\S]*\}\n(?=\}\n$)/.exec(article['/w/nginx.conf']) ?? [''];
    const [stack] = outlines({
      ...edited(article, '/w/nginx.conf', server, 'include sites/*.conf;\n'),
      '/w/sites/app.conf': server,
    });
    assert.ok(stack?.files.includes('/w/sites/app.conf'));
    assert.equal(stack?.nodes.length, 3);
  });

  it('finds none among other ini files', () => {
    assert.deepEqual(outlines({ '/w/setup.ini': '[metadata]\nname = x\n' }), []);
  });
});
