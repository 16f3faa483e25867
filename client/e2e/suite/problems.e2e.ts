import assert from 'node:assert/strict';
import { commands, DiagnosticSeverity, languages } from 'vscode';
import { findings, noFindings, openFile, withRewritten } from './example.ts';
import { activeExtension, when } from './extension.ts';
import { askForPage } from '../traces.ts';

/** Bottle would answer by itself, and keep the traceback for itself. */
const broken = `def application(environ, start_response):
    if environ["PATH_INFO"] == "/boom":
        1 / 0
    return default_app()(environ, start_response)
`;

suite('what the running programs say', () => {
  teardown(async () => {
    await commands.executeCommand('uwsgiStack.stopStack');
  });

  test('an exception of the app is a problem at its line, and goes when it is mended', async () => {
    const { lineCount } = await openFile('app.py');
    assert.ok(lineCount > 3);
    await withRewritten('app.py', 'application = default_app()', broken, async () => {
      const document = await openFile('app.py');
      await document.save();
      const line = document
        .getText()
        .split('\n')
        .findIndex((text) => text.includes('1 / 0'));
      const api = await activeExtension();
      await commands.executeCommand('uwsgiStack.startStack');
      await when('ready', api.onDidChange, () =>
        api.state().phase === 'ready' ? true : undefined,
      );
      // What it has raised before it answered at all, uWSGI lets end as nothing: nginx makes a 502 of it.
      assert.notEqual((await askForPage('/boom')).status, 200);
      const shown = await when('the problem', languages.onDidChangeDiagnostics, () =>
        findings().find(({ diagnostic }) => diagnostic.source === 'uWSGI'),
      );
      assert.equal(shown.file, 'app.py');
      assert.equal(shown.diagnostic.range.start.line, line);
      assert.equal(shown.diagnostic.severity, DiagnosticSeverity.Error);
      assert.match(shown.diagnostic.message, /^ZeroDivisionError: division by zero/);
      assert.match(shown.diagnostic.message, /while it answered a request/);
      // nginx tells the same from its side, until a request is answered again.
      const ofNginx = () => findings().filter(({ diagnostic }) => diagnostic.source === 'nginx');
      const lost = await when(
        'the answer that was lost',
        languages.onDidChangeDiagnostics,
        () => ofNginx()[0],
      );
      assert.equal(lost.file, 'nginx.conf');
      assert.match(lost.diagnostic.message, /502/);
      assert.equal((await askForPage()).status, 200);
      await when('all is well', languages.onDidChangeDiagnostics, () =>
        ofNginx().length === 0 ? true : undefined,
      );
    });
    // Saved as it was: the person has mended it.
    await noFindings();
  });
});
