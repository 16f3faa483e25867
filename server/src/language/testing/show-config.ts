import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

/** Whether this machine lacks the program that is the judge. */
export const uwsgiIsAbsent = spawnSync('uwsgi', ['--version']).error !== undefined;

/**
 * The options that the real uWSGI reads from a file with this text, as `--show-config` prints them; undefined when it
 * refuses the file.
 */
export function shownConfig(path: string, text: string): readonly string[] | undefined {
  writeFileSync(path, text);
  const argv = ['--ini', path, '--show-config', '--no-server'];
  const { stderr } = spawnSync('uwsgi', argv, {
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
    timeout: 10_000,
  });
  const printed = stderr.toString();
  const start = printed.indexOf(`[uwsgi]\nini = ${path}\n`);
  const end = printed.indexOf('show-config = true\nno-server = true\n;end of configuration');
  return start === -1 || end === -1
    ? undefined
    : printed.slice(start, end).split('\n').slice(2, -1);
}
