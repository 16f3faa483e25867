import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { askControl, type ControlAnswer, controlSocket, parseRequest } from './control.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

describe('the socket that a running stack is asked over', { timeout: 20_000 }, () => {
  it('takes requests of ours, and nothing else', () => {
    const field = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom<unknown>('status', 'stop', 'restart', 'scale', 'logs', 'worker', 3, -1, 1e9),
    );
    const names = ['command', 'step', 'template', 'count', 'lines', 'follow', '__proto__', 'x'];
    const request = fc
      .dictionary(fc.constantFrom(...names), field)
      .map((value) => JSON.stringify(value));
    fc.assert(
      fc.property(fc.oneof(request, request, fc.json(), fc.string()), (line) => {
        const parsed = parseRequest(line);
        if (parsed === undefined) return;
        const { command } = parsed;
        assert.ok(['status', 'stop', 'restart', 'scale', 'logs'].includes(command));
        if (command === 'scale') {
          assert.equal(typeof parsed.template, 'string');
          assert.ok(Number.isInteger(parsed.count) && parsed.count >= 0 && parsed.count <= 100);
        }
        if (command === 'restart' || command === 'logs')
          assert.ok(parsed.step === undefined || typeof parsed.step === 'string');
        if (command === 'logs') assert.ok(parsed.lines === undefined || parsed.lines >= 0);
      }),
      { seed: 111, numRuns: 3000 },
    );
  });

  it('may answer in half, or with anything: who asks is told that nobody has', async (context) => {
    const whole = JSON.stringify({ kind: 'lines', lines: [] } satisfies ControlAnswer);
    const answers: readonly ((socket: Socket) => void)[] = [
      (socket) => socket.end(),
      (socket) => socket.destroy(),
      (socket) => socket.end(whole.slice(0, -3)),
      (socket) => socket.end('<html>\n\n'),
      (socket) => socket.write(`\u0000\n${whole}\n`),
      (socket) => socket.end(`${'x'.repeat(17 * 1024 * 1024)}\n`),
    ];
    for (const answer of answers) {
      const folder = temporaryFolder(context);
      const server = createServer((socket) => {
        socket.on('error', () => undefined);
        answer(socket);
      }).listen(controlSocket(folder));
      context.after(() => server.close());
      await once(server, 'listening');
      const heard = await askControl(folder, { command: 'status' }, () => {
        assert.fail('that was no answer');
      });
      assert.equal(heard, false);
    }
  });
});
