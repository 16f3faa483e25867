import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { uwsgiIsAbsent } from '../../testing/show-config.ts';
import { swallowedSyntax, swallowedValues } from '../../testing/swallowed-lines.ts';
import { readMistakes, type MarkedFile } from '../../testing/swallowed-mistakes.ts';
import { swallowedAddresses, swallowedSubscriptions } from '../../testing/swallowed-sockets.ts';

const tables = [swallowedSyntax, swallowedValues, swallowedAddresses, swallowedSubscriptions];

test(
  'uWSGI itself accepts each of these mistakes without a word',
  { skip: uwsgiIsAbsent && 'no uwsgi here' },
  () => {
    const root = mkdtempSync(join(tmpdir(), 'uwsgi-swallowed-'));
    try {
      const loud = tables.flatMap(readMistakes).flatMap(({ name, mistake }, index) => {
        const complaints = complaintsOn(mistake, join(root, String(index)));
        return complaints.length === 0 ? [] : [`${name}: ${complaints.join(' | ')}`];
      });
      assert.deepEqual(loud, []);
    } finally {
      rmSync(root, { recursive: true });
    }
  },
);

/** What uWSGI says against the files up to the moment in which it would bind its sockets. */
function complaintsOn(files: readonly MarkedFile[], folder: string): readonly string[] {
  mkdirSync(folder);
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
  const { status, stderr } = spawnSync('uwsgi', ['--no-server', '--ini', 'app.ini'], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 20_000,
  });
  const lines = stderr.toString().split('\n');
  const complaints = lines.filter((line) => complaint.test(line) && !ofEveryStart.test(line));
  return status === 0 ? complaints : [`exit ${String(status)}`, ...lines.slice(-3)];
}

const complaint =
  /error|invalid|unable|not found|warning|!!!|fail|no such|unknown|missing|strict|can't|cannot|denied/i;

/** Lines that a sound file gets, too. */
const ofEveryStart =
  /you are running uWSGI (?:as root|without its master)|pcre|Starting uWSGI|no request plugin|no python application/;
