import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createEffectiveOf } from './effective-memo.ts';
import { readUwsgi } from './testing/around.ts';

describe('effective configurations are kept', () => {
  const file = (path: string, text: string) => readUwsgi(`[uwsgi]\n${text}\n`, path);
  const main = file('/w/main.ini', 'ini = part.ini');
  const part = file('/w/part.ini', 'processes = 2');
  const among = (...files: readonly ReturnType<typeof file>[]) => {
    const asked: string[] = [];
    const at = (path: string) => {
      asked.push(path);
      return files.find((one) => one.path === path);
    };
    return { asked, at };
  };

  it('while the files are the same that they were read from', () => {
    const effectiveOf = createEffectiveOf();
    const first = effectiveOf(main.path, among(main, part).at);
    assert.equal(first?.byKey.get('processes')?.length, 1);
    const again = among(main, part, file('/w/other.ini', ''));
    assert.equal(effectiveOf(main.path, again.at), first);
    // Whoever records what is asked learns of each file.
    assert.deepEqual(again.asked, [main.path, part.path]);
  });

  it('until one of them changes, goes or comes', () => {
    const effectiveOf = createEffectiveOf();
    const processes = (...files: readonly ReturnType<typeof file>[]) =>
      effectiveOf(main.path, among(...files).at)
        ?.byKey.get('processes')
        ?.map(({ value }) => value);
    assert.deepEqual(processes(main, part), ['2']);
    assert.deepEqual(processes(main, file(part.path, 'processes = 3')), ['3']);
    assert.equal(processes(main), undefined);
    assert.deepEqual(processes(main, part), ['2']);
    assert.equal(processes(part), undefined);
  });
});
