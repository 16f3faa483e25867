import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { clientUri, serverPath } from './web-uris.ts';

describe('paths for the server of a browser', () => {
  it('hold the scheme and the authority of their folder', () => {
    const uri = { scheme: 'vscode-vfs', authority: 'github', path: '/owner/name/nginx.conf' };
    assert.equal(serverPath(uri), '/~vscode-vfs+github/owner/name/nginx.conf');
  });

  it('lead back, whatever the authority and the path hold', () => {
    fc.assert(
      fc.property(
        fc.record({
          scheme: fc.stringMatching(/^[a-z][a-z\d-]{0,8}$/),
          authority: fc.string(),
          path: fc.string().map((text) => `/${text.replaceAll('\n', '')}`),
        }),
        (uri) => {
          fc.pre(
            !['file', 'untitled'].includes(uri.scheme) && !/[\ud800-\udfff]/.test(uri.authority),
          );
          assert.deepEqual(clientUri(serverPath(uri) ?? ''), { ...uri });
        },
      ),
    );
  });

  it('leave untitled documents alone', () => {
    assert.equal(serverPath({ scheme: 'untitled', authority: '', path: 'Untitled-1' }), undefined);
  });

  it('are none where a configuration names a place of its own machine', () => {
    for (const path of ['/etc/nginx/mime.types', '/~', '/~x', '/~a+%E0%A4%A/b', 'relative'])
      assert.equal(clientUri(path), undefined, path);
  });
});
