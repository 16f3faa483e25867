import { closest } from '../../text/closest.ts';
import { span } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import type { ConfigEntry } from '../../uwsgi/config.ts';
import { uwsgiLogVariables } from '../../data/uwsgi-log-variables.extra.ts';
import { placeholdersIn } from '../../uwsgi/placeholder-places.ts';
import type { PlaceholderPlace } from '../../uwsgi/placeholder-places.ts';
import { hasTemplateMark } from '../../uwsgi/template.ts';
import type { UwsgiView } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import type { Report } from '../rule.ts';
import { rawValue, replace } from './entry-text.ts';
import { wholesOf } from './wholes-of.ts';

export const undefinedPlaceholder = defineRule({
  id: 'uwsgi/undefined-placeholder',
  scope: 'uwsgi',
  level: 'warning',
  docs: {
    what: 'A %(name) that nothing defines, or arithmetic that uWSGI does not calculate as it is written.',
    why: 'A name that is no option and no variable stays in the value as it is written, without a message; in arithmetic it counts as 0. Arithmetic needs single blanks between its parts, and goes strictly from left to right.',
    fix: 'Define the variable, or correct its name. Write blanks around operators.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Configuration.html#placeholders',
  },
  check(view, report) {
    const wholes = wholesOf(view);
    const complete = wholes.every((whole) => whole.complete);
    const keys = new Set(wholes.flatMap(({ byKey }) => [...byKey.keys()]));
    for (const { key } of view.config.entries) keys.add(key);
    const nowhere = new Map<string, Span>();
    for (const entry of view.config.entries) {
      // Immediate options have a rule of their own, and log formats have variables of their own.
      if (entry.origin !== 'line' || (entry.option?.immediate === true && !setters.has(entry.key)))
        continue;
      const raw = rawValue(view, entry);
      if (!/[%$]\(/.test(raw) || hasTemplateMark(raw)) continue;
      if (/format|log-encoder|log-req-encoder|hook|print|title/.test(entry.key)) continue;
      checkNested(entry, raw, report);
      if (checkFirst(view, entry, keys, report)) continue;
      for (const place of placeholdersIn(view.text, entry.valueSpan)) {
        if (place.sign !== '%') continue;
        const name = checkPlace(view, place, complete ? keys : undefined, report);
        if (name !== undefined && !nowhere.has(name)) nowhere.set(name, place.span);
      }
    }
    reportNowhere(nowhere, report);
  },
});

/**
 * A file that lacks several names is there to be brought in by one that is not known here: a hint is enough. Each name
 * is told once.
 */
function reportNowhere(names: ReadonlyMap<string, Span>, report: Report): void {
  for (const [name, place] of names) {
    const message = `Nothing here defines "${name}": unless another file, the command line or the environment does, %(${name}) stays as it is`;
    report({ span: place, level: names.size > 1 ? 'hint' : 'information', message });
  }
}

const setters: ReadonlySet<string> = new Set(['set']);

/** Each pass goes over the text once: no name is put together of other names. */
function checkNested(entry: ConfigEntry, raw: string, report: Report): void {
  const found = /([$%])\([^()]*[%$@]\([^()]*\)[^()]*\)/.exec(raw);
  if (found === null) return;
  const start = entry.valueSpan.start + found.index;
  const [written] = found;
  report({
    span: span(start, start + written.length),
    message: `uWSGI replaces what is inside, and then leaves the outer ${found[1] ?? ''}(…) as it stands: names cannot be put together`,
  });
}

/** After a replacement uWSGI goes on behind the first character: a placeholder that then begins there stays. */
function checkFirst(
  view: UwsgiView,
  entry: ConfigEntry,
  keys: ReadonlySet<string>,
  report: Report,
): boolean {
  const left = /^%\(([^()]+)\)/.exec(entry.value)?.[1];
  if (left === undefined || entry.option === undefined || !keys.has(left)) return false;
  const [place] = placeholdersIn(view.text, entry.valueSpan);
  if (place?.span.start !== entry.valueSpan.start) return false;
  const name = view.text.slice(place.inner.start, place.inner.end);
  if (name === left) return false;
  report({
    span: place.span,
    message: `"${name}" begins with %(${left}), which stays as it is: uWSGI does not look again at the beginning of a value. Define "${name}" above this line`,
  });
  return true;
}

/** Gives the name when nothing defines it, nor one like it. */
function checkPlace(
  view: UwsgiView,
  place: PlaceholderPlace,
  keys: ReadonlySet<string> | undefined,
  report: Report,
): string | undefined {
  const inner = view.text.slice(place.inner.start, place.inner.end);
  if (inner === '' || inner === '_' || /[%$@]/.test(inner)) return undefined;
  const { tokens } = place;
  if (tokens.length > 1 || tokens.some(({ kind }) => kind === 'operator')) {
    checkArithmetic(place, keys, report);
    return undefined;
  }
  const name = tokens[0]?.text ?? inner;
  if (keys === undefined || keys.has(name) || /^\d+$/.test(name)) return undefined;
  const parts = inner.split(/([+*/]|(?<=.)-(?=.))/);
  if (
    parts.length > 1 &&
    parts.every((part) => /^[-+*/]$/.test(part) || /^\d+$/.test(part) || keys.has(part))
  ) {
    const spaced = parts.join(' ');
    report({
      span: place.span,
      message: `To uWSGI "${inner}" is one name: arithmetic needs blanks around its operators`,
      fixes: [replace(view, place.inner, spaced, `Change to %(${spaced})`)],
    });
    return undefined;
  }
  // Python and log formats write %(name)s; such a value is for another program.
  if (/^[sdrf](?![A-Za-z0-9])/.test(view.text.slice(place.span.end, place.span.end + 2)))
    return undefined;
  if (Object.hasOwn(uwsgiLogVariables, name) || /^(?:var|metric)\./.test(name)) return undefined;
  // To look through very many names for each of very many would take minutes.
  const names = keys.size < 5000 ? keys : [];
  const [near] = closest(name, names).filter((key) => Math.abs(key.length - name.length) < 3);
  if (near === undefined) return name;
  const message = `Nothing defines "${name}": %(${name}) stays as it is. Did you mean "${near}"?`;
  const fixes = [replace(view, place.inner, near, `Change to %(${near})`)];
  report({ span: place.span, message, fixes });
  return undefined;
}

function checkArithmetic(
  { span, tokens }: PlaceholderPlace,
  keys: ReadonlySet<string> | undefined,
  report: Report,
): void {
  for (const token of tokens) {
    if (token.kind !== 'name') continue;
    if (/^-\d+$/.test(token.text)) {
      const message = `"${token.text}" is a name to uWSGI, not a number, and counts as 0`;
      report({ span: token.span, message });
    } else if (keys?.has(token.text) === false) {
      const message = `Nothing defines "${token.text}", which therefore counts as 0`;
      report({ span: token.span, message });
    }
  }
  const operators = tokens.flatMap(({ kind, text }) => (kind === 'operator' ? [text] : []));
  const sum = operators.findIndex((operator) => operator === '+' || operator === '-');
  const product = operators.findLastIndex((operator) => operator === '*' || operator === '/');
  if (sum === -1 || product <= sum) return;
  const message = 'uWSGI calculates from left to right: the sum before the product';
  report({ span, level: 'information', message });
}
