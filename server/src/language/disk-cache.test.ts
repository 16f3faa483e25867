import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDiskCache } from './disk-cache.ts';
import type { DiskEntry } from './disk.ts';

/** A disk in memory that counts what is fetched from it. */
function open(entries: Record<string, string>) {
  const files = new Map(Object.entries(entries));
  const fetched: string[] = [];
  let changes = 0;
  const cache = createDiskCache(
    {
      look(path) {
        fetched.push(`look ${path}`);
        const entry: DiskEntry = files.has(path)
          ? { kind: 'file', mode: 0o644 }
          : { kind: 'absent' };
        return Promise.resolve(entry);
      },
      text(path) {
        fetched.push(`text ${path}`);
        return Promise.resolve(files.get(path));
      },
    },
    () => changes++,
  );
  return { cache, files, fetched, changes: () => changes };
}

describe('answers of the disk', () => {
  it('come later, all of one check as one change', async () => {
    const { cache, changes } = open({ '/app.py': 'x = 1' });
    const disk = cache.current();
    assert.deepEqual(
      [disk.look('/app.py'), disk.look('/no.py'), disk.text('/app.py')],
      [undefined, undefined, undefined],
    );
    assert.equal(cache.misses(), 3);
    await cache.answered();
    assert.equal(changes(), 1);
    const now = cache.current();
    assert.notEqual(now, disk);
    assert.deepEqual(now.look('/app.py'), { kind: 'file', mode: 0o644 });
    assert.deepEqual(now.look('/no.py'), { kind: 'absent' });
    assert.equal(now.text('/app.py'), 'x = 1');
    assert.equal(cache.misses(), 3);
  });

  it('are known, too, when there is nothing to tell', async () => {
    const { cache, fetched } = open({});
    cache.current().text('/no.py');
    await cache.answered();
    assert.equal(cache.current().text('/no.py'), undefined);
    await cache.answered();
    assert.deepEqual(fetched, ['text /no.py']);
  });

  it('are fetched again on demand, and are news only when they differ', async () => {
    const { cache, files, changes } = open({ '/app.py': 'x = 1' });
    cache.current().text('/app.py');
    cache.current().look('/app.py');
    await cache.answered();
    const disk = cache.current();
    cache.refresh();
    await cache.answered();
    assert.equal(cache.current(), disk);
    files.set('/app.py', 'x = 2');
    cache.refresh();
    await cache.answered();
    assert.equal(changes(), 2);
    assert.equal(cache.current().text('/app.py'), 'x = 2');
  });

  it('are forgotten when two checks in a row have not asked for them', async () => {
    const { cache, fetched } = open({});
    cache.current().look('/a');
    cache.current().look('/b');
    await cache.answered();
    cache.current().look('/a');
    cache.sweep();
    cache.refresh();
    await cache.answered();
    assert.deepEqual(fetched.sort(), ['look /a', 'look /a', 'look /b']);
  });

  it('are not even looked for where no disk can be meant', async () => {
    const { cache, fetched } = open({});
    const disk = cache.current();
    for (const path of ['untitled:Untitled-1/app.py', 'app.py', '', '/a\0b'])
      assert.equal(disk.look(path), undefined);
    await cache.answered();
    assert.deepEqual([fetched, cache.misses()], [[], 0]);
  });

  it('stay bounded', async () => {
    const { cache, fetched } = open({});
    const ask = () => {
      for (let n = 0; n < 50_000; n++) cache.current().look(`/${n}`);
    };
    ask();
    await cache.answered();
    assert.ok(fetched.length <= 20_000);
    // What will never be answered counts as no miss: whoever waits for the last answer comes to an end.
    const before = cache.misses();
    ask();
    assert.equal(cache.misses(), before);
  });
});
