import { span } from '../../text/span.ts';
import type { ConfigEntry } from '../../uwsgi/config.ts';
import type { EffectiveConfig, EffectiveEntry } from '../../uwsgi/effective.ts';
import { lastOption } from '../../uwsgi/lookup.ts';
import { defineRule } from '../rule.ts';
import { replace } from './entry-text.ts';
import { hasNoMaster } from './has-no-master.ts';
import { wholesOf } from './wholes-of.ts';

export const routerNeedsMaster = defineRule({
  id: 'uwsgi/router-needs-master',
  scope: 'uwsgi',
  level: 'error',
  docs: {
    what: 'A FastRouter without the master process.',
    why: 'Without a master, and without a worker socket that keeps it going, uWSGI ends at once, with exit status 0 and no error. Beside workers the router runs, but nobody starts it again when it dies.',
    fix: 'Add `master = true`.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Fastrouter.html',
  },
  check(view, report) {
    const router = view.config.entries.find(isRouter);
    // A file may have a section for a router, and others for something else.
    const wholes = wholesOf(view).filter(({ entries }) => entries.some(isRouter));
    const off = wholes.flatMap((whole) => masterOff(whole) ?? []);
    const [written] = off;
    if (written?.path === view.path && off.length === wholes.length) {
      const fixes = [replace(view, written.valueSpan, 'true', 'Change to true')];
      const message = 'The router never starts without the master process';
      report({ span: written.valueSpan, message, fixes });
    }
    if (router === undefined || router.conditional || wholes.length === 0) return;
    if (!wholes.every(endsAtOnce)) return;
    const at = router.line.span.start;
    const fixes = [replace(view, span(at, at), 'master = true\n', 'Add master = true')];
    const message = 'A router needs `master = true`: without the master process uWSGI ends at once';
    report({ span: router.keySpan, message, fixes });
  },
});

function isRouter({ option }: Pick<ConfigEntry, 'option'>): boolean {
  return option?.name === 'fastrouter';
}

/** The line that switches it off in a router. An explicit value is executed after all that imply a master. */
function masterOff(whole: EffectiveConfig): EffectiveEntry | undefined {
  const last = lastOption(whole, 'master');
  if (last === undefined || !last.known || last.conditional || !whole.complete) return undefined;
  return isLoneRouter(whole) && /^(?:false|off|no|0)$/i.test(last.value) ? last : undefined;
}

/** Whether it is a router and nothing else. */
export function isLoneRouter(whole: EffectiveConfig): boolean {
  return !hasWorkers(whole) && whole.entries.some((entry) => isRouter(entry) && !entry.conditional);
}

/** A worker socket, or an http router, which makes one: then uWSGI goes on, and has the router started. */
function hasWorkers({ entries }: EffectiveConfig): boolean {
  return entries.some(
    ({ option }) =>
      option !== undefined &&
      (/^add_(?:lazy_|ssl_)?socket/.test(option.handler) || /^https?2?$/.test(option.name)),
  );
}

function endsAtOnce(whole: EffectiveConfig): boolean {
  return hasNoMaster(whole) && !hasWorkers(whole);
}
