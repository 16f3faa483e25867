import { closest } from '../../text/closest.ts';
import type { ConfigEntry, UwsgiConfig } from '../../uwsgi/config.ts';
import { uwsgiOption, uwsgiOptionNames } from '../../uwsgi/options.ts';
import { hasTemplateMark } from '../../uwsgi/template.ts';
import type { EffectiveConfig } from '../../uwsgi/effective.ts';
import type { UwsgiFile, UwsgiView } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import type { Fix } from '../rule.ts';
import { replace } from './entry-text.ts';
import { oddEnd } from './odd-character.ts';
import { missingEquals } from './syntax.ts';
import { wholesOf } from './wholes-of.ts';

export const noUnknownOption = defineRule({
  id: 'uwsgi/no-unknown-option',
  scope: 'uwsgi',
  level: 'warning',
  docs: {
    what: 'A key that is no option of uWSGI or of one of its plugins.',
    why: 'uWSGI takes it for a variable and says nothing, so that a misspelled option has no effect. Under strict it does not start.',
    fix: 'Correct the name. Write `set-placeholder = name=value` for a variable.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Configuration.html#placeholders',
  },
  check(file, report) {
    const { entries } = file.config;
    const wholes = wholesOf(file);
    const used = usedNames(file, wholes);
    const own = ownOptions(entries);
    const strict = isStrict(file.config);
    const quiet = !wholes.every(({ complete }) => complete);
    const suggest = limitedSpellings();
    // A plugin of one's own, or a newer release: what the program lists in its help is an option.
    const help = file.around.installed.uwsgi?.help;
    for (const entry of entries) {
      const { key, keySpan: span } = entry;
      if (entry.option !== undefined || entry.origin !== 'line' || key === '') continue;
      if (
        own.has(key) ||
        help?.has(key) === true ||
        hasTemplateMark(key) ||
        oddEnd(key) !== undefined ||
        missingEquals(entry.line) !== undefined
      )
        continue;
      if (key.includes('%') || closers.has(key)) continue;
      if (strict) {
        const fixes = [
          ...suggest(key).map((name) => rename(file, entry, name)),
          declare(file, entry),
        ];
        const message = `"${key}" is no option of uWSGI, and under strict uWSGI does not start with it`;
        report({ span, level: 'error', message, fixes });
        continue;
      }
      if (used.has(key)) continue;
      const names = suggest(key);
      if (names[0] !== undefined) {
        const fixes = names.map((name, index) => rename(file, entry, name, index === 0));
        const message = `"${key}" is no option of uWSGI, which takes it for a variable. Did you mean "${names[0]}"?`;
        report({ span, message, fixes });
      } else {
        // The variable may be meant for a file that this one reads.
        const level = quiet ? 'hint' : 'information';
        const message = `"${key}" is no option of uWSGI: it is a variable, and nothing here uses it`;
        report({ span, level, message, ...(quiet ? { tag: 'unnecessary' } : {}) });
      }
    }
  },
});

/** `end` closes a block although it is no option; `else` exists from 2.1 on. */
const closers: ReadonlySet<string> = new Set(['end', 'else']);

/** Names in `%(…)`, in the values that are read and in the ones of other sections, of all files that run together. */
function usedNames(file: UwsgiView, wholes: readonly EffectiveConfig[]): ReadonlySet<string> {
  const paths = new Set(wholes.flatMap(({ files }) => files));
  const others = [...paths].filter((path) => path !== file.path);
  const more = others.map((path) => file.around.uwsgiFile(path)?.text ?? '');
  const text = [file.text, ...more].join('\n');
  const names = new Set<string>();
  for (const [, inner = ''] of text.matchAll(/%\(([^()\n]{1,200})\)/g)) {
    names.add(inner);
    for (const name of inner.split(' ')) names.add(name);
  }
  for (const [, name = ''] of text.matchAll(/^[ \t]*if-(?:not-)?opt[ \t]*=[ \t]*([^=\s]+)/gm)) {
    names.add(name);
  }
  return names;
}

/** Options that the file itself declares. */
function ownOptions(entries: readonly ConfigEntry[]): ReadonlySet<string> {
  return new Set(
    entries
      .filter(({ option }) => option?.handler === 'add_custom_option')
      .map(({ value }) => value.split('=')[0] ?? ''),
  );
}

function isStrict({ entries }: UwsgiConfig): boolean {
  const last = entries.findLast(({ option }) => option?.name === 'strict');
  return last?.known === true && !/^(?:false|off|no|0)$/i.test(last.value);
}

/** To look through all options for each key of a file that is no configuration at all would take minutes. */
function limitedSpellings(): (key: string) => readonly string[] {
  const found = new Map<string, readonly string[]>();
  return (key) => {
    const known = found.get(key) ?? (found.size < 200 ? spellings(key) : []);
    if (found.size < 200) found.set(key, known);
    return known;
  };
}

/** Option names that the key may have been meant for: the same name in another spelling first. */
function spellings(key: string): readonly string[] {
  const same = key.toLowerCase().replace(/^--?/, '').replaceAll('_', '-');
  if (uwsgiOption(same) !== undefined) return [same];
  if (key.length < 4 || key.length > 60) return [];
  return closest(same, uwsgiOptionNames()).filter((name) => isNear(same, name));
}

/** Stricter than a search box: to name a variable is no mistake. One slip, two in a long word. */
function isNear(word: string, name: string): boolean {
  const limit = word.length < 8 ? 1 : 2;
  return Math.abs(word.length - name.length) <= limit && distance(word, name) <= limit;
}

/** Edits with neighbours swapped as one (optimal string alignment). */
function distance(a: string, b: string): number {
  let [before, previous] = [[] as number[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      best = Math.min(best, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    [before, previous] = [previous, row];
  }
  return previous[b.length] ?? 0;
}

function rename(file: UwsgiFile, entry: ConfigEntry, name: string, preferred = true): Fix {
  return { ...replace(file, entry.keySpan, name, `Change to "${name}"`), preferred };
}

function declare(file: UwsgiFile, entry: ConfigEntry): Fix {
  const place = { start: entry.keySpan.start, end: entry.valueSpan.start };
  const newText = `set-placeholder = ${entry.key}=`;
  return { ...replace(file, place, newText, 'Declare it with set-placeholder'), preferred: false };
}
