import type { EffectiveEntry } from '../../uwsgi/effective.ts';
import { defineRule } from '../rule.ts';
import { insertLineAfter } from './entry-text.ts';
import { wholesOf } from './wholes-of.ts';

export const encoderNewline = defineRule({
  id: 'uwsgi/encoder-newline',
  scope: 'uwsgi',
  level: 'warning',
  docs: {
    what: 'A log encoder that leaves out the line breaks.',
    why: 'The encoders json and format write what they are told, without a line break at the end: the whole log becomes one line.',
    fix: 'Add `log-encoder = nl` behind it.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/LogEncoders.html',
  },
  check(view, report) {
    if (view.effective.entries.some(sendsDatagrams)) return;
    const encoders = new Set(
      wholesOf(view).flatMap(({ entries }) =>
        entries.filter(isEncoder).map(({ key, value }) => `${key} ${value.split(/\s/)[0] ?? ''}`),
      ),
    );
    for (const entry of view.config.entries) {
      if (!isEncoder(entry) || entry.conditional) continue;
      const [, name, target = '', text = ''] = encoder.exec(entry.value) ?? [];
      if (name === undefined || (name === 'format' && text.includes('${msgnl}'))) continue;
      const { key } = entry;
      const ends = [...enders, ...enders.map((word) => word + target)];
      const isEnded = ends.some((word) => encoders.has(`${key} ${word}`));
      if (isEnded) continue;
      const line = `${key} = nl${target}`;
      report({
        span: entry.valueSpan,
        message: `The encoder ${name} ends no lines: the whole log becomes one line without \`${line}\` behind it`,
        fixes: [insertLineAfter(view, entry, line, `Add \`${line}\``)],
      });
    }
  },
});

function isEncoder({ option }: Pick<EffectiveEntry, 'option'>): boolean {
  return option?.name === 'log-encoder' || option?.name === 'log-req-encoder';
}

/** `json`, or `json:NAME` for one logger only, and its text. A backslash and an n in it are no line break. */
const encoder = /^(json|format)(:\S+)?(?:[ \t]+(.*))?$/s;

const enders = ['nl', 'gzip', 'compress'];

/** A message of its own for each line needs no line break. */
function sendsDatagrams({ option, value }: Pick<EffectiveEntry, 'option' | 'value'>): boolean {
  if (option === undefined || !/^(?:req-)?logger$|^log-(?:syslog|socket)$/.test(option.name))
    return false;
  return !/(?:^|\s)(?:file|stdio|fd|pipe)(?::|$)/.test(value);
}
