import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { matchingFiles } from './includes.ts';

const files = ['/w/a.conf', '/w/b.conf', '/w/.hidden.conf', '/w/sites/c.conf', '/w/a+b.conf'];

describe('include patterns', () => {
  it('resolves a plain path against the main folder', () => {
    assert.deepEqual(matchingFiles(files, '/w', 'sites/c.conf'), ['/w/sites/c.conf']);
    assert.deepEqual(matchingFiles(files, '/w', '../w/a.conf'), ['/w/a.conf']);
    assert.deepEqual(matchingFiles(files, '/w', '/w/a+b.conf'), ['/w/a+b.conf']);
  });

  it('globs as glob(3) does: sorted, no slash, no leading dot', () => {
    assert.deepEqual(matchingFiles(files, '/w', '*.conf'), [
      '/w/a+b.conf',
      '/w/a.conf',
      '/w/b.conf',
    ]);
    assert.deepEqual(matchingFiles(files, '/w', '?.conf'), ['/w/a.conf', '/w/b.conf']);
    assert.deepEqual(matchingFiles(files, '/w', '[!a].conf'), ['/w/b.conf']);
    assert.deepEqual(matchingFiles(files, '/w', '*/c.conf'), ['/w/sites/c.conf']);
  });

  it('matches nothing with a pattern that is broken', () => {
    assert.deepEqual(matchingFiles(files, '/w', '[z-a].conf'), []);
    assert.deepEqual(matchingFiles(files, '/w', '[.conf'), []);
  });
});
