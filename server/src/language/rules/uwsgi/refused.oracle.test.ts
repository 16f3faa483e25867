import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { installedUwsgi } from '../../testing/around.ts';
import { runRule } from '../../testing/rule-fixture.ts';
import { uwsgiIsAbsent } from '../../testing/show-config.ts';
import { uwsgiFile } from '../../testing/uwsgi-rule.ts';
import type { UwsgiRule } from '../rule.ts';
import { placeholderName } from './placeholder-name.ts';
import { pluginMissing } from './plugin-missing.ts';
import { privilegedPort } from './privileged-port.ts';
import { workerCount } from './worker-count.ts';

const socket = '[uwsgi]\nsocket = 127.0.0.1:0\n';
/** Root may give up its rights, and needs them for low ports: many containers leave these to everybody. */
const portsAreGuarded = () =>
  process.getuid?.() === 0 &&
  Number(readFileSync('/proc/sys/net/ipv4/ip_unprivileged_port_start', 'utf8')) > 81;
/** As Debian has it: a build of uWSGI from source brings the loggers with it. */
const loggersAreFiles = existsSync('/usr/lib/uwsgi/plugins/logfile_plugin.so');
/** Texts that a rule says uWSGI does not start with, and the reason that it gives. */
const refused: readonly (readonly [UwsgiRule, string, string])[] = [
  [workerCount, `${socket}processes = 2\ncheaper = 2\n`, 'invalid cheaper value'],
  [workerCount, `${socket}cheaper = 1\n`, 'invalid cheaper value'],
  [placeholderName, `${socket}set-placeholder = processes=4\n`, 'as a placeholder'],
  [placeholderName, `${socket}resolve = harakiri=127.0.0.1\n`, 'as a placeholder'],
  ...(loggersAreFiles
    ? [[pluginMissing, `${socket}logger = file:/nowhere/log\n`, 'unable to find logger'] as const]
    : []),
  ...(portsAreGuarded()
    ? [
        [
          privilegedPort,
          '[uwsgi]\nuid = nobody\nsocket = 127.0.0.1:81\n',
          'Permission denied',
        ] as const,
      ]
    : []),
];

test('uWSGI refuses what rules say it refuses', { skip: uwsgiIsAbsent && 'no uwsgi here' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'uwsgi-refused-'));
  const path = join(folder, 'site.ini');
  try {
    for (const [rule, text, reason] of refused) {
      const view = uwsgiFile(text, path, { installed: installedUwsgi() });
      assert.equal(runRule(rule, view).length, 1, text);
      writeFileSync(path, text);
      const { status, stderr } = spawnSync('uwsgi', ['--ini', path], {
        env: { PATH: process.env.PATH },
        stdio: ['ignore', 'ignore', 'pipe'],
        timeout: 10_000,
        killSignal: 'SIGKILL',
      });
      assert.equal(status, 1, text);
      assert.ok(stderr.toString().includes(reason), `${text}${stderr.toString()}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
