/** Small random numbers that a seed fixes (mulberry32). */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (bound) => Math.floor(next() * bound);
  return { next, below, pick: (list) => list[below(list.length)] };
}

/**
 * One slip of a writer in a valid text: a lost, doubled, misspelt or misplaced word, sign, line or block, a wrong value,
 * or a directive more. Undefined when the slip drawn has no place in this text.
 */
export function mutate(text, directives, random) {
  const tokens = tokensOf(text);
  const words = tokens.filter(({ kind }) => kind === 'word');
  const marks = tokens.filter(({ kind }) => kind === 'mark');
  const statements = statementsOf(tokens);
  const context = { text, tokens, words, marks, statements, directives, random };
  return random.pick(slips)(context);
}

const cut = (text, start, end, put = '') => text.slice(0, start) + put + text.slice(end);

const badValues = [
  ...[
    'abc',
    '-1',
    '10x',
    'on',
    'off',
    'yes',
    '1.5m',
    '99999',
    '0',
    '1',
    '5 s',
    '""',
    "''",
    '1m',
    '1h30m',
    '1ms',
  ],
  ...[
    '$nosuch',
    '${host',
    '${}',
    '$',
    '$host',
    '$1',
    '~[',
    '~(',
    '"~^(a"',
    '~*x',
    '=404',
    '=1000',
    '@x',
    '@fallback',
  ],
  ...[
    'http://',
    'http://a:99999/',
    'https://127.0.0.1',
    'unix:',
    'unix:/tmp/x',
    '/path',
    '/path/',
    '127.0.0.1:0',
  ],
  ...[
    '127.0.0.1',
    '127.0.0.1:80',
    '[::1]:80',
    '[::1',
    '10.0.0.0/33',
    '10.0.0.1/8',
    'all',
    'none',
    'default',
  ],
  ...[
    'zone=a:1m',
    'zone=a',
    'zone=perip',
    'rate=5',
    'rate=5r/s',
    'burst=x',
    'max=0',
    'inactive=',
    'levels=9',
    'valid=x',
  ],
  ...[
    '200',
    '499',
    '600',
    '301',
    'last',
    'permanent',
    'always',
    'any',
    'error',
    'timeout',
    'http_404',
    'ssl',
    'http2',
  ],
  ...[
    'default_server',
    'backup',
    'down',
    'weight=0',
    'weight=x',
    'keys_zone=a:1k',
    'a=b',
    '1g',
    '2k',
    '30d',
    '1y',
    '=',
    '!=',
  ],
  ...[
    'TLSv1.3',
    'GET',
    'x'.repeat(5000),
    'a;b',
    'if=$host',
    'main',
    'nope',
    '*',
    '50%',
    '101%',
    '0.001%',
    '-f',
    '~*',
  ],
];

const slips = [
  ({ text, words, random }) => drop(text, random.pick(words)),
  ({ text, words, random }) => drop(text, random.pick(words)),
  ({ text, words, random }) => {
    const word = random.pick(words);
    return cut(text, word.end, word.end, ` ${text.slice(word.start, word.end)}`);
  },
  ({ text, words, random }) => {
    const at = random.below(words.length - 1);
    const [a, b] = [words[at], words[at + 1]];
    const between = text.slice(a.end, b.start);
    const swapped = text.slice(b.start, b.end) + between + text.slice(a.start, a.end);
    return cut(text, a.start, b.end, swapped);
  },
  ({ text, words, random }) => {
    const word = random.pick(words);
    return cut(text, word.end, word.end, ` ${random.pick(badValues)}`);
  },
  ...Array.from({ length: 2 }, () => ({ text, statements, random }) => {
    const { name } = random.pick(statements);
    return cut(text, name.start, name.end, misspell(text.slice(name.start, name.end), random));
  }),
  ({ text, words, random }) => {
    const word = random.pick(words);
    return cut(text, word.start, word.end, misspell(text.slice(word.start, word.end), random));
  },
  ...Array.from({ length: 4 }, () => ({ text, statements, random }) => {
    const { args } = random.pick(statements.filter((statement) => statement.args.length > 0));
    const arg = random.pick(args);
    return cut(text, arg.start, arg.end, random.pick(badValues));
  }),
  ...Array.from(
    { length: 2 },
    () =>
      ({ text, marks, random }) =>
        drop(text, random.pick(marks)),
  ),
  ({ text, tokens, random }) => {
    const { end } = random.pick(tokens);
    return cut(text, end, end, random.pick([';', '{', '}', '"', "'", ' { }', '\\', '#']));
  },
  ({ text, words, random }) => {
    const quoted = words.filter(({ start }) => text[start] === '"' || text[start] === "'");
    const word = quoted.length === 0 ? undefined : random.pick(quoted);
    return (
      word &&
      cut(text, ...(random.next() < 0.5 ? [word.start, word.start + 1] : [word.end - 1, word.end]))
    );
  },
  ({ text, statements, random }) => {
    const { start, end } = random.pick(statements);
    return cut(text, end, end, ` ${text.slice(start, end)}`);
  },
  ({ text, statements, random }) => drop(text, random.pick(statements)),
  ({ text, statements, random }) => {
    const [a, b] = [random.pick(statements), random.pick(statements)];
    return cut(text, b.end, b.end, ` ${text.slice(a.start, a.end)}`);
  },
  ({ text, statements, random }) => {
    const full = statements.filter(({ args }) => args.length > 0);
    const [a, b] = [random.pick(random.pick(full).args), random.pick(random.pick(full).args)];
    return cut(text, a.start, a.end, text.slice(b.start, b.end));
  },
  ...Array.from({ length: 5 }, () => addDirective),
];

/** A directive of the table in a random block, with arguments of the kinds that its form names, or with any. */
function addDirective({ text, statements, directives, words, random }) {
  const block = random.pick(statements.filter(({ open }) => open !== undefined));
  const name = text.slice(block.name.start, block.name.end);
  const here = directives.filter(({ contexts }) => contexts.includes(name));
  if (here.length === 0) return undefined;
  const { name: added, min, max, values, keywords } = random.pick(here);
  const count = Math.min(7, min + random.below(Math.min(max, min + 2) - min + 1));
  const existing = () => {
    const word = random.pick(words);
    return text.slice(word.start, word.end);
  };
  const value = () => {
    const drawn = random.next();
    if (values.length > 0 && drawn < 0.6) return random.pick(values);
    if (keywords.length > 0 && drawn < 0.5) return random.pick(keywords).replace(/=.*/, '=1');
    return drawn < 0.9 ? random.pick(badValues) : existing();
  };
  const args = Array.from({ length: count }, value).join(' ');
  return cut(text, block.open + 1, block.open + 1, ` ${added} ${args};`);
}

function drop(text, { start, end }) {
  return cut(text, start, end);
}

function misspell(word, random) {
  const at = random.below(word.length);
  const letter = random.pick([...'abcdefghijklmnopqrstuvwxyz_0123456789-.:/$=~']);
  switch (random.below(4)) {
    case 0:
      return cut(word, at, at + 1);
    case 1:
      return cut(word, at, at, letter);
    case 2:
      return cut(word, at, at + 1, letter);
    default:
      return cut(
        word,
        at,
        at + 2,
        word
          .slice(at, at + 2)
          .split('')
          .reverse()
          .join(''),
      );
  }
}

/** A reader of valid texts only; the project's own parser is what is being judged. */
function tokensOf(text) {
  const tokens = [];
  const pattern =
    /\s+|#[^\n]*|(["'])(?:\\[\s\S]|(?!\1)[^\\])*\1|[;{}]|(?:\\[\s\S]|\$\{|[^\s;{\\])+/g;
  for (const match of text.matchAll(pattern)) {
    const [found] = match;
    if (/^[\s#]/.test(found)) continue;
    const kind = /^[;{}]$/.test(found) ? 'mark' : 'word';
    tokens.push({ kind, text: found, start: match.index, end: match.index + found.length });
  }
  return tokens;
}

function statementsOf(tokens) {
  const statements = [];
  const open = [];
  let words = [];
  for (const token of tokens) {
    if (token.kind === 'word') words.push(token);
    else if (token.text === '}') {
      const block = open.pop();
      if (block) block.end = token.end;
    } else if (words.length > 0) {
      const [name, ...args] = words;
      const statement = { name, args, start: name.start, end: token.end };
      if (token.text === '{') {
        statement.open = token.start;
        open.push(statement);
      }
      statements.push(statement);
      words = [];
    }
  }
  return statements;
}
