import { type Choice, moreWords } from '../../data/uwsgi-choices.extra.ts';
import { closest } from '../../text/closest.ts';
import { span } from '../../text/span.ts';
import { choicesAt, takesChoice } from '../../uwsgi/choices.ts';
import { hasTemplateMark } from '../../uwsgi/template.ts';
import { defineRule } from '../rule.ts';
import { inlineCommentAt, placeInValue, rawValue, replace } from './entry-text.ts';

export const unknownWord = defineRule({
  id: 'uwsgi/unknown-word',
  scope: 'uwsgi',
  level: 'warning',
  docs: {
    what: 'A word that is none of those the option takes: a protocol, a route action or condition, a logger, an encoder, an alarm, a hook.',
    why: 'With most of these uWSGI does not start; an unknown subscription-algo is wrr, an unknown cheaper-algo is spare, without an error. Plugins can bring more words than the ones that are known here.',
    fix: 'Correct the word.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/InternalRouting.html',
  },
  check(file, report) {
    for (const entry of file.config.entries) {
      const { option } = entry;
      if (option === undefined || skipped.has(option.canonical)) continue;
      if (!takesChoice(option)) continue;
      const value = rawValue(file, entry);
      if (value === '' || hasTemplateMark(value) || inlineCommentAt(entry) !== -1) continue;
      for (const offset of offsets(value, option.type)) {
        const place = choicesAt(option, value, offset);
        if (place === undefined) continue;
        const word = value.slice(place.span.start, place.span.end);
        if (word === '' || /[%$@]\(|%|["']/.test(word)) continue;
        // A `!` in front of a hook is no part of its name.
        const name = option.name.startsWith('hook-') ? word.replace(/^!/, '') : word;
        if (moreWords.has(name) || place.choices.some((choice) => choice.name === name)) continue;
        const names = closest(
          word.toLowerCase(),
          place.choices.map(({ name }) => name),
        );
        const where = placeInValue(file, { ...entry, value }, place.span);
        const advice =
          names[0] === undefined
            ? `It takes ${listed(place.choices)}`
            : `Did you mean "${names[0]}"?`;
        report({
          span: span(where.start, where.end),
          message: `${option.name} knows no "${word}"${outcome(option.canonical)}. ${advice}`,
          fixes: names.map((name, index) => ({
            ...replace(file, where, name, `Change to "${name}"`),
            preferred: index === 0,
          })),
        });
      }
    }
  },
});

/** Options whose choices are suggestions only, or that another rule looks at. */
const skipped: ReadonlySet<string> = new Set([
  ...['logdate', 'chmod-socket', 'logfile-chmod', 'umask', 'harakiri-graceful-signal'],
  ...['lock-engine', 'cheaper-busyness-backlog-step'],
]);

/** Where the words of a value may stand that are chosen from a list. */
function offsets(value: string, type: string): number[] {
  const second = /^[^ \t]+[ \t]+/.exec(value)?.[0].length;
  if (type === 'unshare' || type === 'caps')
    return [...value.matchAll(/[^,]+/g)].map(({ index }) => index);
  return second === undefined || second >= value.length ? [0] : [0, second];
}

function outcome(canonical: string): string {
  if (canonical === 'subscription-algo') return ' and takes wrr instead';
  if (canonical === 'cheaper-algo') return ' and takes spare instead';
  if (canonical === 'file-serve-mode') return ' and goes on without';
  return '';
}

function listed(choices: readonly Choice[]): string {
  const names = choices.slice(0, 8).map(({ name }) => name);
  const more = choices.length > names.length ? ', …' : '';
  return `${names.join(', ')}${more}`;
}
