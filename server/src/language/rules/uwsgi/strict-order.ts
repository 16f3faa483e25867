import type { EffectiveConfig, EffectiveEntry } from '../../uwsgi/effective.ts';
import { defineRule } from '../rule.ts';
import type { Fix } from '../rule.ts';
import { meansOff } from './entry-text.ts';
import { isPluginList, pluginFamily, pluginItems } from './plugin-lists.ts';
import { wholesOf } from './wholes-of.ts';

export const strictOrder = defineRule({
  id: 'uwsgi/strict-order',
  scope: 'uwsgi',
  level: 'error',
  docs: {
    what: 'An option of a plugin between `strict` and the line that loads the plugin.',
    why: 'From the line `strict = true` on uWSGI refuses what it does not know at that moment, and it knows the options of a plugin only when that is loaded. Without strict the order does not matter.',
    fix: 'Load the plugins above.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Options.html#strict',
  },
  check(view, report) {
    const told = new Set<number>();
    for (const whole of wholesOf(view)) {
      for (const { entry, list } of misplaced(whole)) {
        if (entry.path !== view.path || told.has(entry.keySpan.start)) continue;
        told.add(entry.keySpan.start);
        const fixes: Fix[] = [];
        if (list.path === view.path) {
          const { text } = view;
          const { start, end } = list.line.span;
          const line = text.slice(start, end);
          const newText = line.endsWith('\n') ? line : `${line}\n`;
          const at = entry.line.span.start;
          const edits = [
            { path: view.path, span: { start: at, end: at }, newText },
            { path: view.path, span: list.line.span, newText: '' },
          ];
          fixes.push({ title: 'Move the plugins above', edits, preferred: true });
        }
        report({
          span: entry.keySpan,
          message: `Under strict the plugin ${entry.option?.plugin ?? ''} must be loaded above its options: uWSGI does not start, unless the plugin is built in`,
          related: [{ path: list.path, span: list.valueSpan, message: 'Loaded here' }],
          fixes,
        });
      }
    }
  },
});

interface Misplaced {
  readonly entry: EffectiveEntry;
  /** The line below that loads the plugin. */
  readonly list: EffectiveEntry;
}

function misplaced({ entries }: EffectiveConfig): readonly Misplaced[] {
  const from = entries.findIndex(
    ({ option, value, known, conditional }) =>
      option?.name === 'strict' && known && !conditional && !meansOff(value),
  );
  if (from === -1) return [];
  const loaded = new Map<string, number>();
  for (const [index, entry] of entries.entries()) {
    if (!isPluginList(entry)) continue;
    for (const { name } of pluginItems(entry.value)) {
      const family = pluginFamily(name);
      if (!loaded.has(family)) loaded.set(family, index);
    }
  }
  return entries.flatMap((entry, index) => {
    const at = loaded.get(entry.option?.plugin ?? 'core') ?? -1;
    const list = entries[at];
    return index > from && index < at && list !== undefined && !entry.conditional
      ? [{ entry, list }]
      : [];
  });
}
