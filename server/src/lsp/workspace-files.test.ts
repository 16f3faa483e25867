import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createWorkspaceFiles } from './workspace-files.ts';
import type { FoundFile, World } from './world.ts';

/** A slow disk: each question is answered when the test says so. */
function slowDisk() {
  const questions: { path: string; answer: (text: string | undefined) => void }[] = [];
  const ask = (path: string): Promise<FoundFile | undefined> =>
    new Promise((done) => {
      questions.push({
        path,
        answer: (text) => {
          done(text === undefined ? undefined : { path, text });
        },
      });
    });
  const world: Pick<World, 'findFiles' | 'readFile'> = {
    async *findFiles(folder) {
      for (const name of ['a.ini', 'sub/b.ini']) {
        const file = await ask(`${folder}/${name}`);
        if (file !== undefined) yield file;
      }
    },
    readFile: ask,
  };
  const files = createWorkspaceFiles(world as World, () => undefined);
  /** Answers the oldest question, which must be this one. */
  const answer = async (path: string, text: string | undefined) => {
    const question = questions.shift();
    assert.equal(question?.path, path);
    question.answer(text);
    // The reader takes the answer, and asks on.
    await new Promise(setImmediate);
  };
  const texts = () =>
    Object.fromEntries([...files.current()].map(([path, { text }]) => [path, text]));
  return { files, answer, texts };
}

describe('the files of a workspace', () => {
  it('are those of the last reading, whichever comes last', async () => {
    const { files, answer, texts } = slowDisk();
    const both = [files.refresh('/w/a.ini'), files.refresh('/w/a.ini')];
    const [older, newer] = ['[uwsgi]\n', '[uwsgi]\nmaster = true\n'];
    await answer('/w/a.ini', older);
    assert.deepEqual(texts(), {});
    await answer('/w/a.ini', newer);
    await Promise.all(both);
    assert.deepEqual(texts(), { '/w/a.ini': newer });
  });

  it('of a folder that has left while it was read are forgotten', async () => {
    const { files, answer, texts } = slowDisk();
    const scan = files.scan('/w');
    await answer('/w/a.ini', '[uwsgi]\n');
    assert.deepEqual(texts(), { '/w/a.ini': '[uwsgi]\n' });
    const refresh = files.refresh('/w/c.ini');
    files.drop('/w');
    await answer('/w/sub/b.ini', '[uwsgi]\n');
    await answer('/w/c.ini', '[uwsgi]\n');
    await Promise.all([scan, refresh]);
    assert.deepEqual(texts(), {});
  });

  it('that have gone while their folder was read do not come back', async () => {
    const { files, answer, texts } = slowDisk();
    const scan = files.scan('/w');
    // Deleted behind the back of the scan, which has its text already.
    const refresh = files.refresh('/w/sub');
    await answer('/w/a.ini', '[uwsgi]\n');
    await answer('/w/sub', undefined);
    await answer('/w/sub/b.ini', '[uwsgi]\n');
    await scan;
    assert.deepEqual(texts(), { '/w/a.ini': '[uwsgi]\n' });
    await answer('/w/sub/a.ini', undefined);
    await answer('/w/sub/sub/b.ini', undefined);
    await refresh;
    assert.deepEqual(texts(), { '/w/a.ini': '[uwsgi]\n' });
  });
});
