import assert from 'node:assert/strict';
import {
  CodeActionKind,
  commands,
  DiagnosticSeverity,
  workspace,
  type CodeAction,
  type Range,
} from 'vscode';
import type { UwsgiStackApi } from '../../src/api.ts';
import {
  afterCheck,
  exampleFolder,
  findings,
  lensesOf,
  noFindings,
  onlyFinding,
  openFile,
  placeOf,
  rewrite,
  type Shown,
} from './example.ts';
import { activeExtension } from './extension.ts';

suite('diagnostics', () => {
  let api: UwsgiStackApi;

  suiteSetup(async () => {
    api = await activeExtension();
  });

  test('the example is one stack, and nothing is wrong with it', async () => {
    const stacks = await api.stacks();
    assert.equal(stacks.length, 1);
    assert.equal(stacks[0]?.root, exampleFolder().fsPath);
    assert.equal(stacks[0].url, 'http://app.localhost:8080/');
    for (const name of ['nginx.conf', 'router.ini', 'worker.ini', 'uwsgi_params']) {
      await openFile(name);
    }
    await afterCheck();
    assert.deepEqual(findings(), []);
  });

  test('a broken wire from nginx to the router is one error with one way back', async () => {
    await checkBrokenWire({
      file: 'nginx.conf',
      line: 'uwsgi_pass 127.0.0.1:3030;',
      broken: 'uwsgi_pass 127.0.0.1:3999;',
      culprit: '127.0.0.1:3999',
      rule: 'stack/no-dangling-pass',
      message: /^Nothing listens at 127\.0\.0\.1:3999/,
      otherEnd: 'shared-socket = 127.0.0.1:3030',
      address: '127.0.0.1:3030',
      fix: 'Pass to 127.0.0.1:3030 (router.ini)',
    });
  });

  test('a broken wire from a worker to the router is one error with one way back', async () => {
    await checkBrokenWire({
      file: 'worker.ini',
      line: 'server=127.0.0.1:3131,key',
      broken: 'server=127.0.0.1:3132,key',
      culprit: '127.0.0.1:3132',
      rule: 'stack/no-dangling-subscription',
      message: /^No router takes subscriptions at 127\.0\.0\.1:3132/,
      otherEnd: 'fastrouter-subscription-server = 127.0.0.1:3131',
      address: '127.0.0.1:3131',
      fix: 'Subscribe to 127.0.0.1:3131 (router.ini)',
    });
  });

  test('a misspelled option is told with the right name, and corrected', async () => {
    const document = await openFile('worker.ini');
    const before = document.getText();
    await rewrite('worker.ini', 'need-app', 'ned-app');
    const shown = await onlyFinding();
    assert.equal(shown.file, 'worker.ini');
    assert.equal(ruleOf(shown), 'uwsgi/no-unknown-option');
    assert.match(shown.diagnostic.message, /"ned-app".*Did you mean "need-app"\?$/);
    assertRange(shown.diagnostic.range, await placeOf('worker.ini', 'ned-app'));
    await applyPreferred(shown, 'Change to "need-app"');
    await noFindings();
    assert.equal(document.getText(), before);
    await document.save();
  });

  test('each file of the stack offers to start it', async () => {
    const [stack] = await api.stacks();
    assert.ok(stack);
    for (const name of ['nginx.conf', 'router.ini', 'worker.ini']) {
      const commandsOf = (await lensesOf(name))
        .map(({ command }) => command)
        .filter((command) => command?.command !== 'uwsgiStack.showPlaces');
      assert.deepEqual(
        commandsOf.map((command) => [command?.title, command?.command, command?.arguments]),
        [['$(play)\u00a0Start Stack', 'uwsgiStack.startStack', [stack.id]]],
        name,
      );
    }
    assert.deepEqual(await lensesOf('uwsgi_params'), []);
  });
});

interface BrokenWire {
  readonly file: string;
  readonly line: string;
  readonly broken: string;
  readonly culprit: string;
  readonly rule: string;
  readonly message: RegExp;
  /** The line of router.ini that holds the other end. */
  readonly otherEnd: string;
  readonly address: string;
  readonly fix: string;
}

async function checkBrokenWire(wire: BrokenWire): Promise<void> {
  const document = await openFile(wire.file);
  const before = document.getText();
  await rewrite(wire.file, wire.line, wire.broken);

  const shown = await onlyFinding();
  const { diagnostic } = shown;
  assert.equal(shown.file, wire.file);
  assert.equal(diagnostic.severity, DiagnosticSeverity.Error);
  assert.equal(ruleOf(shown), wire.rule);
  assert.match(diagnostic.message, wire.message);
  assertRange(diagnostic.range, await placeOf(wire.file, wire.culprit));

  const router = await openFile('router.ini');
  const [related, ...more] = diagnostic.relatedInformation ?? [];
  assert.equal(more.length, 0);
  assert.equal(related?.location.uri.toString(), router.uri.toString());
  const otherEnd = await placeOf('router.ini', wire.otherEnd);
  const start = otherEnd.end.translate(0, -wire.address.length);
  assertRange(related.location.range, otherEnd.with(start));

  await applyPreferred(shown, wire.fix);
  await noFindings();
  assert.equal(document.getText(), before);
  await document.save();
}

/** What the light bulb puts first, and what "Fix all" style commands would take. */
async function applyPreferred({ file, diagnostic }: Shown, title: string): Promise<void> {
  const { uri } = await openFile(file);
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    diagnostic.range,
    CodeActionKind.QuickFix.value,
  );
  const [preferred, ...more] = actions.filter(({ isPreferred }) => isPreferred === true);
  assert.equal(more.length, 0);
  assert.equal(preferred?.title, title);
  assert.ok(preferred.edit);
  assert.ok(await workspace.applyEdit(preferred.edit));
}

function ruleOf({ diagnostic: { code } }: Shown): unknown {
  return typeof code === 'object' ? code.value : code;
}

function assertRange(actual: Range, expected: Range): void {
  const numbers = ({ start, end }: Range) => [start.line, start.character, end.line, end.character];
  assert.deepEqual(numbers(actual), numbers(expected));
}
