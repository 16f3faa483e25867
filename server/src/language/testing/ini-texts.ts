import fc from 'fast-check';

/**
 * Whole ini files with all that a person or the dialect can make of blanks, equals signs, percent signs and blocks. A
 * variable refers to variables with a greater number only: the real program never ends on one that contains itself.
 */
const variable = fc.integer({ min: 0, max: 6 });
const blank = fc.constantFrom('', '', ' ', '  ', '\t', ' \t', '\r', ' \r ');
const piece = (from: number) =>
  fc.oneof(
    fc.integer({ min: from + 1, max: 9 }).map((n) => `%(v${n})`),
    fc.integer({ min: from + 1, max: 9 }).map((n) => `%(v${n} + 1)`),
    fc.constantFrom('%d', '%n', '%%', '%', '%q', '% ', '%=', '%\r', '%)', '$(', '=', ' = '),
    fc.constantFrom('a', '5', ' ', '  ', '\t', ' ;', '#', '"', '\\', 'é', '[', ']', '\u00a0', '\f'),
  );
const entry = variable.chain((from) =>
  fc
    .tuple(
      blank,
      fc.constantFrom('', '', '', 'set = ', 'set-placeholder=', 'set-ph  =  '),
      blank,
      blank,
      fc.array(piece(from), { maxLength: 5 }),
      blank,
    )
    .map(([indent, set, before, after, pieces, end]) => {
      const key = `${indent}${set}v${from}`;
      const equals = set === '' ? `${before}=${after}` : '=';
      return `${key}${equals}${pieces.join('')}${end}`;
    }),
);
const oddLine = fc.constantFrom(
  ...['[other]', '[uwsgix', ' [uwsgi] ', '[uwsgi] ; x', '[', '[uwsgi]%q', '%[u]', '[uwsgi]% '],
  ...['; note', '# note 5%', '  ;x  ', '; 5% ', '%q;x', 'w', 'w =', '= w', ' =', 'processes=3'],
  ...['', '', '', ' ', '\t', '\r', '%q', '% ', '\f'],
);
/** A `for` and an `if` never nest: uWSGI exits on it. */
const block = fc
  .tuple(
    fc.constantFrom('for=a b', 'for-times = 2', ' if-env =HOME', 'if-not-exists=/nowhere'),
    fc.array(fc.oneof(entry, fc.constantFrom('', '; x', '  w =%(_) ')), { maxLength: 3 }),
    fc.constantFrom('endif', 'endfor =', ' end-if= ', 'end-for'),
  )
  .map(([open, body, close]) => {
    const safe = body.map((line) => line.replace(/%+$/, ''));
    return [open, ...safe, close].join('\n');
  });
const line = fc.oneof(
  { weight: 7, arbitrary: entry },
  { weight: 4, arbitrary: oddLine },
  { weight: 1, arbitrary: block },
);

export const iniTexts: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(line, { minLength: 2, maxLength: 12 }),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('', '\n', '\n\n', ' '),
  )
  .map(([body, newline, tail]) => ['[uwsgi]', ...body].join('\n').replaceAll('\n', newline) + tail);
