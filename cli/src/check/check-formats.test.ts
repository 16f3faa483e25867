import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runCli } from '../testing/run-cli.ts';
import { writtenFiles } from '../testing/written-files.ts';
import { githubAnnotations } from './github.ts';

const files = {
  'my conf/nginx.conf':
    'events {}\nhttp {\n  server {\n    listn 80;\n    uwsgi_pass 127.0.0.1:9;\n  }\n}\n',
  'router.ini': '[uwsgi]\nmaster = true\nfastrouter = 127.0.0.1:3030\nproceses = 2\n',
};

interface SarifRun {
  readonly tool: {
    readonly driver: { readonly name: string; readonly rules: { id: string; helpUri: string }[] };
  };
  readonly results: {
    ruleId: string;
    ruleIndex: number;
    level: string;
    message: { text: string };
    locations: {
      physicalLocation: { artifactLocation: { uri: string }; region: Record<string, number> };
    }[];
  }[];
}

describe('check reports', { concurrency: 2 }, () => {
  it('as JSON, and nothing else on standard output', async (context) => {
    const cwd = writtenFiles(context, files);
    const { code, stdout, stderr } = await runCli(context, ['check', '--format', 'json'], { cwd })
      .ended;
    const report = JSON.parse(stdout) as { files: number; findings: Record<string, unknown>[] };
    assert.equal(code, 1);
    assert.equal(report.files, 2);
    const { message, ...first } = report.findings[0] ?? {};
    assert.match(String(message), /listen/);
    assert.deepEqual(first, {
      path: 'my conf/nginx.conf',
      line: 4,
      column: 5,
      endLine: 4,
      endColumn: 10,
      rule: 'nginx/no-unknown-directive',
      level: 'error',
    });
    assert.ok(report.findings.every(({ level }) => /^(?:error|warning|info)$/.test(String(level))));
    assert.match(stderr, /^2 files: \d+ errors?, .*warning/);
  });

  it('only what is grave enough', async (context) => {
    const cwd = writtenFiles(context, { 'a.ini': '[uwsgi]\nproceses = 2\n' });
    const args = ['check', '--format', 'json', '--level', 'error'];
    const { code, stdout } = await runCli(context, args, { cwd }).ended;
    assert.deepEqual([code, JSON.parse(stdout)], [0, { files: 1, findings: [] }]);
  });

  it('as SARIF, each rule with its page', async (context) => {
    const cwd = writtenFiles(context, files);
    const { code, stdout } = await runCli(context, ['check', '--format', 'sarif'], { cwd }).ended;
    assert.equal(code, 1);
    const log = JSON.parse(stdout) as { version: string; $schema: string; runs: SarifRun[] };
    assert.equal(log.version, '2.1.0');
    assert.match(log.$schema, /sarif-2\.1\.0/);
    const [run] = log.runs;
    assert.ok(run);
    const { rules } = run.tool.driver;
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
    for (const rule of rules) assert.match(rule.helpUri, /^https:/);
    for (const result of run.results) {
      assert.equal(rules[result.ruleIndex]?.id, result.ruleId);
      assert.match(result.level, /^(?:error|warning|note)$/);
      assert.notEqual(result.message.text, '');
    }
    assert.deepEqual(run.results[0]?.locations[0]?.physicalLocation, {
      artifactLocation: { uri: 'my%20conf/nginx.conf' },
      region: { startLine: 4, startColumn: 5, endLine: 4, endColumn: 10 },
    });
  });

  it('as annotations of a pull request', async (context) => {
    const cwd = writtenFiles(context, files);
    const { stdout } = await runCli(context, ['check', '--format', 'github'], { cwd }).ended;
    const [first = '', ...others] = stdout.trimEnd().split('\n');
    assert.match(
      first,
      /^::error file=my conf\/nginx\.conf,line=4,col=5,endLine=4,endColumn=10,title=nginx\/no-unknown-directive::.*listen/,
    );
    for (const line of others) assert.match(line, /^::(?:error|warning|notice) file=[^:]+::./);
  });

  it('with the line that nginx names, where that is another one', async (context) => {
    const text = 'events { }\nhttp {\n  upstream a {\n    keepalive 4;\n  }\n}\n';
    const cwd = writtenFiles(context, { 'nginx.conf': text });
    const plain = await runCli(context, ['check'], { cwd }).ended;
    assert.match(
      plain.stdout,
      /^nginx\.conf:3:12: error: .*\nnginx\.conf:5:3: note: nginx notices here, and names this line\n$/,
    );
    const { stdout } = await runCli(context, ['check', '--format', 'json'], { cwd }).ended;
    const { findings } = JSON.parse(stdout) as { findings: { line: number; message: string }[] };
    assert.deepEqual(
      findings.map(({ line }) => line),
      [3, 5],
    );
    assert.match(findings[1]?.message ?? '', /^nginx notices here.*: upstream "a" has no server$/);
  });

  it('whatever a path or a message holds, as one annotation', () => {
    const finding = {
      path: 'a,b:c%.ini',
      line: 1,
      column: 2,
      endLine: 3,
      endColumn: 4,
      rule: 'x/y',
      level: 'info' as const,
      message: '50%: one,\r\ntwo',
      related: [],
    };
    assert.equal(
      githubAnnotations({ files: 1, findings: [finding] }),
      '::notice file=a%2Cb%3Ac%25.ini,line=1,col=2,endLine=3,endColumn=4,title=x/y::50%25: one,%0D%0Atwo\n',
    );
  });
});
