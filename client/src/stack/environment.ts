import type { EnvironmentChange } from '../../../shared/launch-plan.ts';

/**
 * The environment of a program: the inherited one without what only makes sense to the editor, and without what
 * nginx or uWSGI would take as an order. `NGINX` and `LISTEN_FDS` name sockets to inherit, each `UWSGI_X` is an option.
 */
export function environmentFor(
  inherited: Readonly<Record<string, string | undefined>>,
  change: EnvironmentChange,
): Record<string, string> {
  const prefixes = [...noisePrefixes, ...change.unsetPrefixes.filter((prefix) => prefix !== '')];
  const kept = Object.entries(inherited).filter(
    (pair): pair is [string, string] =>
      pair[1] !== undefined &&
      !noise.has(pair[0]) &&
      !prefixes.some((prefix) => pair[0].startsWith(prefix)),
  );
  return { ...Object.fromEntries(kept), ...change.set };
}

const noisePrefixes = ['ELECTRON_', 'VSCODE_', 'NODE_CHANNEL_'];

const noise = new Set([
  'APPLICATION_INSIGHTS_NO_DIAGNOSTIC_CHANNEL',
  'CHROME_DESKTOP',
  'NODE_OPTIONS',
  'NODE_TEST_CONTEXT',
  'NODE_UNIQUE_ID',
  'NODE_V8_COVERAGE',
  'LISTEN_FDS',
  'LISTEN_FDNAMES',
  'LISTEN_PID',
  'NGINX',
  'NOTIFY_SOCKET',
  'UPSTART_FDS',
]);
