import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLanguage } from '../../language.ts';
import { article, edited, snapshot } from '../../testing/workspace.ts';

type Files = Readonly<Record<string, string>>;

/** Title of each lens of a wire, with the line that it stands above. */
function lenses(files: Files, path: string): readonly string[] {
  const text = files[path] ?? '';
  return createLanguage()
    .codeLenses(snapshot(files), path)
    .filter(({ places }) => places !== undefined)
    .map(({ span, title }) => `${String(text.slice(0, span.start).split('\n').length)}: ${title}`);
}

describe('the lenses at the ends of the wires', () => {
  it('say what is at the other end', () => {
    assert.deepEqual(lenses(article, '/w/nginx.conf'), ['9: → router.ini → worker.ini']);
    assert.deepEqual(lenses(article, '/w/router.ini'), [
      '4: reached from nginx.conf:9',
      '6: 1 worker subscribes here',
    ]);
    assert.deepEqual(lenses(article, '/w/worker.ini'), [
      '5: → router.ini, asked for by nginx.conf:5',
    ]);
  });

  it('show the places when they are clicked', () => {
    const [lens] = createLanguage()
      .codeLenses(snapshot(article), '/w/router.ini')
      .filter(({ places }) => places !== undefined);
    assert.deepEqual(
      lens?.places?.map(({ path, span }) =>
        article[path as '/w/nginx.conf'].slice(span.start, span.end),
      ),
      ['127.0.0.1:3030'],
    );
  });

  it('count the workers, and shorten long lists', () => {
    const worker = article['/w/worker.ini'];
    const many = { ...article, '/w/a.ini': worker, '/w/b.ini': worker, '/w/c.ini': worker };
    assert.ok(lenses(many, '/w/router.ini').includes('6: 4 workers subscribe here'));
    const [first] = lenses(many, '/w/nginx.conf');
    assert.equal(
      first,
      '9: → router.ini → a.ini, b.ini and 2 more'.replace('a.ini, b.ini', 'worker.ini, a.ini'),
    );
  });

  it('stand at a worker that nginx reaches without a router', () => {
    const files = {
      '/w/nginx.conf': article['/w/nginx.conf'],
      '/w/worker.ini': '[uwsgi]\nplugins = python3\nmaster = true\nsocket = 127.0.0.1:3030\n',
    };
    assert.deepEqual(lenses(files, '/w/worker.ini'), ['4: reached from nginx.conf:9']);
    assert.deepEqual(lenses(files, '/w/nginx.conf'), ['9: → worker.ini']);
  });

  it('leave a dangling end to its finding', () => {
    const files = edited(article, '/w/nginx.conf', ':3030', ':3037');
    assert.deepEqual(lenses(files, '/w/nginx.conf'), []);
    assert.deepEqual(lenses(files, '/w/router.ini'), ['6: 1 worker subscribes here']);
  });

  it('can be turned off', () => {
    const off = snapshot(article, { wireLenses: false });
    const shown = createLanguage().codeLenses(off, '/w/router.ini');
    assert.deepEqual(
      shown.map(({ command }) => command),
      ['uwsgiStack.startStack'],
    );
  });
});
