import { type EffectiveConfig, type EffectiveEntry } from '../../uwsgi/effective.ts';
import { lastOption } from '../../uwsgi/lookup.ts';
import { defineRule } from '../rule.ts';
import { replace, valueOrKey } from './entry-text.ts';

export const workerCount = defineRule({
  id: 'uwsgi/worker-count',
  scope: 'uwsgi',
  level: 'error',
  docs: {
    what: 'No worker at all beside a socket, or a `cheaper` that is not smaller than the number of workers.',
    why: 'With 0 processes uWSGI binds its sockets and takes connections, but nobody answers: requests hang. `cheaper` is the number of workers to keep when there is little to do; with as many as `processes`, or without `processes`, uWSGI exits with "invalid cheaper value: must be lower than processes".',
    fix: 'Write a number of processes that is at least 1, and larger than `cheaper`.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Cheaper.html',
  },
  check(view, report) {
    const { effective } = view;
    const processes = sure(lastOption(effective, 'processes'));
    const cheaper = sure(lastOption(effective, 'cheaper'));
    if (processes === 'unknown' || cheaper === 'unknown') return;
    if (processes?.count === 0 && processes.entry.path === view.path) {
      // A number that is none is the concern of uwsgi/number-value.
      if (!hasSocket(effective) || !/^0*$/.test(processes.entry.value)) return;
      report({
        span: valueOrKey(processes.entry),
        message:
          'Without a worker nobody answers: uWSGI takes connections to its socket, and they hang',
      });
    }
    if (cheaper === undefined || cheaper.count < 1 || cheaper.entry.path !== view.path) return;
    const most = processes?.count ?? 1;
    if (cheaper.count < most) return;
    if (processes === undefined) {
      if (!effective.complete || view.around.graph.parts.has(view.path)) return;
      // The number may be given on the command line.
      report({
        span: valueOrKey(cheaper.entry),
        level: 'warning',
        message:
          'uWSGI does not start: cheaper must be smaller than `processes`, which is 1 as long as nothing sets it',
      });
      return;
    }
    report({
      span: valueOrKey(cheaper.entry),
      message: `uWSGI does not start: cheaper must be smaller than ${processes.entry.key}, which is ${most}`,
      related: [
        {
          path: processes.entry.path,
          span: processes.entry.keySpan,
          message: 'The number of workers',
        },
      ],
      fixes:
        most > 1 && cheaper.entry.origin === 'line'
          ? [replace(view, cheaper.entry.valueSpan, `${most - 1}`, `Change to ${most - 1}`)]
          : [],
    });
  },
});

interface Count {
  readonly count: number;
  readonly entry: EffectiveEntry;
}

function sure(entry: EffectiveEntry | undefined): Count | 'unknown' | undefined {
  if (entry === undefined) return undefined;
  if (!entry.known || entry.conditional) return 'unknown';
  const count = Number.parseInt(entry.value, 10);
  return { entry, count: Number.isNaN(count) ? 0 : count };
}

function hasSocket({ entries }: EffectiveConfig): boolean {
  return entries.some(
    ({ option }) => option?.handler === 'add_socket' || option?.handler === 'add_ssl_socket',
  );
}
