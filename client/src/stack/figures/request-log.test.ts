import assert from 'node:assert/strict';
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import {
  openRequestLog,
  parseRequestLine,
  type LoggedRequest,
  type RequestLogReader,
} from './request-log.ts';

const line = (connection: number, status = 200) =>
  `1795720089.023\t${connection}\t1\t${status}\t0.012\t127.0.0.1:3030\t0.000\t0.011\t0.012\t-\n`;

describe('a line of the request log', () => {
  it('tells when, how long, and by whom', () => {
    assert.deepEqual(parseRequestLine(line(1).trimEnd()), {
      ...{ at: 1_795_720_089_023, status: 200, millis: 12, trace: undefined },
      upstream: { address: '127.0.0.1:3030', connect: 0, header: 11, response: 12 },
    });
  });

  it('has the last of several upstreams, and none where nginx has answered by itself', () => {
    const [tried, own] = [
      '1.000\t1\t1\t200\t0.005\ta:1, b:2 : c:3\t-, 0.001 : 0.002\t-, - : 0.003\t0.000, 0.001 : 0.004\tmark',
      '1.000\t1\t1\t404\t0.000\t-\t-\t-\t-\t-',
    ].map(parseRequestLine);
    assert.deepEqual(tried?.upstream, { address: 'c:3', connect: 2, header: 3, response: 4 });
    assert.equal(tried.trace, 'mark');
    assert.equal(own?.upstream, undefined);
  });

  it('is none of another log', () => {
    assert.equal(
      parseRequestLine('127.0.0.1 - - [26/Nov/2026] "GET / HTTP/1.1" 200 22'),
      undefined,
    );
    for (const time of ['soon', '-0.5', '1e300'])
      assert.equal(parseRequestLine(line(1).replace('0.012', time).trimEnd()), undefined);
  });
});

describe('the reader of the request log', () => {
  const opened = async (
    context: TestContext,
    path: string,
    from: 'beginning' | 'end' = 'beginning',
  ) => {
    const reader = await openRequestLog(path, from);
    context.after(() => reader.close());
    return reader;
  };
  const all = async (reader: RequestLogReader) => {
    const requests: LoggedRequest[] = [];
    await reader.readOn((more) => requests.push(...more));
    return requests.map(({ status }) => status);
  };

  it('hands over each request once, and half a line when it is whole', async (context) => {
    const path = join(temporaryFolder(context), 'requests.log');
    const reader = await opened(context, path);
    assert.deepEqual(await all(reader), []);
    writeFileSync(path, line(1, 201) + line(2, 202).slice(0, 20));
    assert.deepEqual(await all(reader), [201]);
    appendFileSync(path, line(2, 202).slice(20) + line(3, 203));
    assert.deepEqual(await all(reader), [202, 203]);
    assert.deepEqual(await all(reader), []);
  });

  it('counts a request once that several logs of one block have noted', async (context) => {
    const path = join(temporaryFolder(context), 'requests.log');
    writeFileSync(path, line(1) + line(1) + line(2) + line(2));
    assert.deepEqual(await all(await opened(context, path)), [200, 200]);
  });

  it('begins anew with a new file', async (context) => {
    const path = join(temporaryFolder(context), 'requests.log');
    const reader = await opened(context, path);
    writeFileSync(path, line(1) + line(2));
    await all(reader);
    rmSync(path);
    assert.deepEqual(await all(reader), []);
    writeFileSync(path, line(1, 204));
    assert.deepEqual(await all(reader), [204]);
  });

  it('leaves out what was there before, where it is asked to', async (context) => {
    const path = join(temporaryFolder(context), 'requests.log');
    writeFileSync(path, line(1, 201));
    const reader = await opened(context, path, 'end');
    appendFileSync(path, line(2, 202));
    assert.deepEqual(await all(reader), [202]);
  });

  it('reads what is larger than one piece', async (context) => {
    const path = join(temporaryFolder(context), 'requests.log');
    const count = 20_000;
    writeFileSync(path, Array.from({ length: count }, (_, at) => line(at)).join(''));
    assert.equal((await all(await opened(context, path))).length, count);
  });
});
