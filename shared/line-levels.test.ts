import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLevelReader } from './line-levels.ts';

const levels = (...lines: string[]) => {
  const reader = createLevelReader();
  return lines.map((line) => reader.next(line));
};

describe('the level of a line', () => {
  it('is the one that nginx gives it', () => {
    assert.deepEqual(
      levels(
        '2026/11/26 18:08:29 [error] 50#50: *1 connect() failed (111: Connection refused)',
        '2026/11/26 18:08:29 [warn] 50#50: an upstream response is buffered',
        '2026/11/26 18:08:29 [notice] 50#50: start worker process 51',
      ),
      ['error', 'warning', undefined],
    );
  });

  it('is that of a request by its status', () => {
    const uwsgi = (status: number) =>
      `[pid: 45|app: 0|req: 1/1] 127.0.0.1 () {32 vars in 385 bytes} [Thu Nov 26 18:08:33 2026] GET /error => generated 21 bytes in 1 msecs (HTTP/1.1 ${status}) 2 headers in 79 bytes (1 switches on core 0)`;
    const nginx = (status: number) =>
      `127.0.0.1 - - [26/Nov/2026:18:08:33 +0000] "GET /failed HTTP/1.1" ${status} 21 "-" "curl"`;
    assert.deepEqual(levels(uwsgi(200), uwsgi(500), nginx(404), nginx(502)), [
      ...[undefined, 'error', undefined, 'error'],
    ]);
  });

  it('covers a traceback from its first line to its last', () => {
    assert.deepEqual(
      levels(
        'spawned uWSGI worker 1 (pid: 9, cores: 2)',
        'Traceback (most recent call last):',
        '  File "app.py", line 3, in application',
        '    1 / 0',
        'ZeroDivisionError: division by zero',
        'spawned uWSGI worker 2 (pid: 10, cores: 2)',
      ),
      [undefined, 'error', 'error', 'error', 'error', undefined],
    );
  });

  it('is not raised by what uWSGI says at every start, or when a worker leaves', () => {
    assert.deepEqual(
      levels(
        '*** WARNING: you are running uWSGI as root !!! (use the --uid flag) ***',
        '[uWSGI fastrouter pid 73] app.localhost => marking 127.0.0.1:40749 as failed',
        'DAMN ! worker 1 (pid: 9) died, killed by signal 9 :( trying respawn ...',
      ),
      [undefined, 'warning', 'error'],
    );
  });
});
