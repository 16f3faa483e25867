import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  createProtocolConnection,
  InitializeRequest,
  ShutdownRequest,
  ExitNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { runCli } from './testing/run-cli.ts';

describe('lsp', () => {
  it('is the language server of whichever editor talks to it', async (context) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), 'lsp', '--stdio']);
    context.after(() => child.kill('SIGKILL'));
    const ended = once(child, 'exit');
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null, // eslint-disable-line @typescript-eslint/no-deprecated -- the protocol still asks for it
      capabilities: {},
    });
    assert.ok(capabilities.hoverProvider);
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    assert.deepEqual(await ended, [0, null]);
  });

  it('says what it lacks when it is told no way to talk', async (context) => {
    const { code, stderr } = await runCli(context, ['lsp']).ended;
    assert.equal(code, 2);
    assert.match(stderr, /^uwsgi-stack: lsp needs a way to talk to the editor, such as --stdio\n/);
  });
});
