import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { methods, type TargetVersions } from '../../../shared/messages.ts';
import { article } from '../language/testing/workspace.ts';
import { closeEditors, openEditor } from './testing/open-editor.ts';

describe('the request for the versions that files are checked for', { timeout: 10_000 }, () => {
  afterEach(closeEditors);

  it('tells the newest ones where nothing is installed or set', async () => {
    const { editor } = await openEditor(article);
    const targets = await editor.sendRequest<TargetVersions>(methods.targets, {});
    assert.equal(targets.nginx.from, 'newest');
    assert.match(targets.nginx.version, /^1\.\d+\.\d+$/);
    assert.equal(targets.uwsgi.from, 'newest');
    assert.match(targets.uwsgi.version, /^2\.0\.\d+$/);
  });
});
