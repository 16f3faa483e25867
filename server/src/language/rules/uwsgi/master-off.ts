import type { EffectiveConfig, EffectiveEntry } from '../../uwsgi/effective.ts';
import { lastOption } from '../../uwsgi/lookup.ts';
import type { UwsgiView } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import type { Report } from '../rule.ts';
import { meansOff, replace } from './entry-text.ts';
import { isLoneRouter } from './router-needs-master.ts';
import { wholesOf } from './wholes-of.ts';

export const masterOff = defineRule({
  id: 'uwsgi/master-off',
  scope: 'uwsgi',
  level: 'error',
  docs: {
    what: '`master = false` beside options that need the master process.',
    why: 'Subscriptions, stats, cron jobs, daemons, touch-reload and others are the work of the master process, and switch it on by themselves. An explicit false counts more, wherever it stands: then nothing is announced, served or watched, without a message.',
    fix: 'Remove the line, or write `master = true`.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Options.html#master',
  },
  check(view, report) {
    const told = new Set<number>();
    for (const whole of wholesOf(view)) {
      const last = lastOption(whole, 'master');
      if (last?.path !== view.path || told.has(last.keySpan.start)) continue;
      if (last.conditional || !last.known || !meansOff(last.value)) continue;
      told.add(last.keySpan.start);
      // A router that has neither a master nor workers has a rule of its own.
      if (!isLoneRouter(whole)) checkNeeds(view, whole, last, report);
    }
  },
});

function checkNeeds(
  view: UwsgiView,
  whole: EffectiveConfig,
  last: EffectiveEntry,
  report: Report,
): void {
  const needs = needing(whole);
  if (needs.length === 0) return;
  const names = [...new Set(needs.map(({ key }) => key))];
  const listed = names.slice(0, 3).join(', ') + (names.length > 3 ? ', …' : '');
  report({
    span: last.valueSpan.end > last.valueSpan.start ? last.valueSpan : last.keySpan,
    message: `Without the master process uWSGI passes over ${listed}, and says nothing`,
    related: needs.slice(0, 5).map(({ path, keySpan, key }) => ({
      path,
      span: keySpan,
      message: `${key} is the work of the master`,
    })),
    fixes: [replace(view, last.valueSpan, 'true', 'Change to true')],
  });
}

/** Options that do nothing at all without it; others imply it without need. */
function needing({ entries }: EffectiveConfig): readonly EffectiveEntry[] {
  return entries.filter(
    ({ option, conditional }) => !conditional && option !== undefined && dead.test(option.name),
  );
}

const dead =
  /^(?:subscribe|subscribe2|subscribe-to|st|stats|stats-server|touch-(?!gracefully).+|fs-.*reload|cron.*|unique-cron|(?:smart-)?attach-(?:control-)?daemon2?|master-fifo|py-auto-?reload|cheaper|mule|mules|spooler|legion|timer|rbtimer)$/;
