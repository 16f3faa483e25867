import { l10n } from 'vscode';
import type { Rates } from '../stack/figures/rates.ts';
import { nodesUnder } from '../stack/stats.ts';
import type { Traffic, WorkerTraffic } from '../stack/traffic.ts';

/** What the narrow row of a process has room for, by its step. */
export function stepFigures(
  { workers, routers }: Traffic,
  rates: Rates,
): readonly (readonly [string, string])[] {
  return [
    ...routers.map(({ step, stats }) => {
      const nodes = nodesUnder(stats);
      const failures = nodes.reduce((sum, node) => sum + node.failures, 0);
      const known = nodes.length === 1 ? l10n.t('1 node') : l10n.t('{0} nodes', nodes.length);
      const failed = failures === 1 ? l10n.t('1 failure') : l10n.t('{0} failures', failures);
      return [step, failures === 0 ? known : `${known} · ${failed}`] as const;
    }),
    ...workers.map(({ step, requests, harakiri }) => {
      const perSecond = rates.workers.get(step)?.perSecond ?? 0;
      const parts = [
        perSecond === 0
          ? requests === 1
            ? l10n.t('1 request')
            : l10n.t('{0} requests', requests)
          : l10n.t(
              '{0}/s',
              perSecond < 10 ? Math.round(perSecond * 10) / 10 : Math.round(perSecond),
            ),
        ...(harakiri > 0 ? [l10n.t('{0} harakiri', harakiri)] : []),
      ];
      return [step, parts.join(' · ')] as const;
    }),
  ];
}

/** All of it, for the tooltip: names and values. */
export function workerFacts(worker: WorkerTraffic): readonly (readonly [string, string])[] {
  const { requests, busy, idle, averageMicros, rss, respawns, harakiri, exceptions } = worker;
  return [
    [l10n.t('Requests'), String(requests)],
    [l10n.t('Busy / idle'), `${busy} / ${idle}`],
    [l10n.t('Average time'), l10n.t('{0} ms', Math.round(averageMicros / 100) / 10)],
    ...(rss === undefined
      ? []
      : [[l10n.t('Memory'), l10n.t('{0} MB', Math.round(rss / 2 ** 20))] as const]),
    [l10n.t('Restarts'), String(respawns)],
    [l10n.t('Harakiri'), String(harakiri)],
    [l10n.t('Exceptions'), String(exceptions)],
  ];
}
