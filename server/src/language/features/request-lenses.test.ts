import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLanguage } from '../language.ts';
import { article, edited, snapshot } from '../testing/workspace.ts';
import { sendRequestCommand } from './request-lenses.ts';

/** The URL of each lens, with the line that it stands above. */
function lenses(files: Readonly<Record<string, string>>, path: string): readonly string[] {
  const text = files[path] ?? '';
  return createLanguage()
    .codeLenses(snapshot(files), path)
    .filter(({ command }) => command === sendRequestCommand)
    .map(({ span, arguments: [, url = ''] }) => {
      const line = text.slice(0, span.start).split('\n').length;
      return `${String(line)}: ${url}`;
    });
}

describe('the lenses that send a request', () => {
  it('stand above a location and above the key of a worker', () => {
    const line = article['/w/nginx.conf']
      .split('\n')
      .findIndex((each) => each.includes('location'));
    const [location, ...others] = lenses(article, '/w/nginx.conf');
    assert.match(
      location ?? '',
      new RegExp(`^${String(line + 1)}: http://app\\.localhost(:\\d+)?/$`),
    );
    assert.deepEqual(others, []);
    assert.match(
      lenses(article, '/w/worker.ini').join(),
      /^\d+: http:\/\/app\.localhost(:\d+)?\/$/,
    );
  });

  it('do not stand where no client can go', () => {
    const named = edited(article, '/w/nginx.conf', 'location /', 'location @app');
    assert.deepEqual(lenses(named, '/w/nginx.conf'), []);
    const internal = edited(article, '/w/nginx.conf', 'location / {', 'location / { internal;');
    assert.deepEqual(lenses(internal, '/w/nginx.conf'), []);
  });

  it('do not stand at a key that no page asks for', () => {
    const other = edited(article, '/w/worker.ini', 'key=app.localhost', 'key=other.localhost');
    assert.deepEqual(lenses(other, '/w/worker.ini'), []);
  });

  it('do not stand in a router', () => {
    assert.deepEqual(lenses(article, '/w/router.ini'), []);
  });
});
