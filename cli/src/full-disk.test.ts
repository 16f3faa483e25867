import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { noPrograms } from '../../client/src/stack/testing/real-stack.ts';
import { temporaryFolder } from '../../client/src/stack/testing/temporary-folder.ts';
import { noFullDisk, runOnFullDisk } from './testing/full-disk.ts';

const example = join(import.meta.dirname, '../../examples/fastrouter');

describe('on a disk that is full', { skip: noFullDisk }, () => {
  it('a start says so, and leaves nothing', { skip: noPrograms }, (context) => {
    const folder = temporaryFolder(context);
    const { code, output, left } = runOnFullDisk(folder, ['up', example], {
      XDG_RUNTIME_DIR: folder,
      XDG_STATE_HOME: temporaryFolder(context),
    });
    assert.equal(code, 1, output);
    assert.match(
      output,
      /^uwsgi-stack: \/\S+ can't be written: the disk is full\. Make room there, and start again\.$/m,
    );
    assert.doesNotMatch(output, /spawning/);
    // The folder that the runs of all stacks share.
    assert.deepEqual(left, ['./uwsgi-stack']);
  });

  it('a new stack is written as a whole or not at all', (context) => {
    const folder = temporaryFolder(context);
    const { code, output, left } = runOnFullDisk(folder, ['new', folder]);
    assert.equal(code, 1, output);
    assert.match(output, /nothing was written: ENOSPC/);
    assert.deepEqual(left, []);
  });
});
