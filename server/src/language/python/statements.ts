/** A line of Python as its parser sees it: brackets, strings and backslashes carry it over line breaks. */
export interface PythonStatement {
  /** Columns of the blanks before it; a tab goes on to the next multiple of eight. */
  readonly indent: number;
  readonly tokens: readonly PythonToken[];
}

export interface PythonToken {
  readonly kind: 'name' | 'string' | 'other';
  readonly text: string;
  readonly start: number;
  /** Number of brackets that are open around it. */
  readonly depth: number;
}

/**
 * Splits a module into statements, with as much of the grammar as names need. Never throws, one walk over the text.
 * `whole` is false when a string or a bracket is still open at the end: what follows it is not to be trusted.
 */
export function pythonStatements(text: string): {
  readonly statements: readonly PythonStatement[];
  readonly whole: boolean;
} {
  const statements: PythonStatement[] = [];
  let tokens: PythonToken[] = [];
  let [indent, depth, whole] = [0, 0, true];
  const end = () => {
    if (tokens.length > 0) statements.push({ indent, tokens });
    tokens = [];
  };
  // A byte order mark is no part of the text to Python.
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length;) {
    const char = text.charAt(at);
    if (char === '\n' && depth === 0) end();
    if (/\s/.test(char)) {
      at += 1;
      continue;
    }
    if (char === '#') {
      const next = text.indexOf('\n', at);
      at = next === -1 ? text.length : next;
      continue;
    }
    if (char === '\\' && /^\r?\n/.test(text.slice(at + 1, at + 3))) {
      at += text.charAt(at + 1) === '\r' ? 3 : 2;
      continue;
    }
    if (tokens.length === 0) indent = columnsBefore(text, at);
    if (/[)\]}]/.test(char)) depth = Math.max(0, depth - 1);
    const token = nextToken(text, at);
    tokens.push({ kind: token.kind, text: token.text, start: at, depth });
    if (/[([{]/.test(token.text) && token.kind === 'other') depth += 1;
    if (!token.closed) whole = false;
    at = token.end;
  }
  end();
  return { statements, whole: whole && depth === 0 };
}

interface Scanned {
  readonly kind: PythonToken['kind'];
  readonly text: string;
  readonly end: number;
  readonly closed: boolean;
}

function nextToken(text: string, at: number): Scanned {
  word.lastIndex = at;
  const name = word.exec(text)?.[0];
  const quoteAt = name === undefined ? at : at + name.length;
  const quote = text.charAt(quoteAt);
  const prefix = name === undefined || /^(?:[bfrtu]|[fbrt]r|r[fbt])$/i.test(name);
  if ((quote === '"' || quote === "'") && prefix) return string(text, at, quoteAt);
  if (name !== undefined) return { kind: 'name', text: name, end: quoteAt, closed: true };
  operator.lastIndex = at;
  const found = operator.exec(text)?.[0] ?? text.charAt(at);
  return { kind: 'other', text: found, end: at + found.length, closed: true };
}

const word = /[\p{L}\p{Nl}_][\p{L}\p{N}\p{Mn}_]*/uy;
/** Numbers with their letters, and the operators of several characters; others stand alone. */
const operator = /\d[\w.]*|\*\*=|\/\/=|>>=|<<=|[:=!<>+\-*/%&|^@]=|->|\*\*|\/\/|<<|>>|\.\.\./y;

/** The text of a string does not matter here; only where it ends. */
function string(text: string, start: number, quoteAt: number): Scanned {
  const quote = text.charAt(quoteAt);
  const long = text.startsWith(quote.repeat(3), quoteAt);
  const mark = long ? quote.repeat(3) : quote;
  for (let at = quoteAt + mark.length; at < text.length; at += 1) {
    if (text.charAt(at) === '\\') at += 1;
    else if (!long && text.charAt(at) === '\n') {
      return { kind: 'string', text: '', end: at, closed: false };
    } else if (text.startsWith(mark, at)) {
      return { kind: 'string', text: '', end: at + mark.length, closed: true };
    }
  }
  return { kind: 'string', text: text.slice(start, quoteAt), end: text.length, closed: false };
}

function columnsBefore(text: string, at: number): number {
  let columns = 0;
  const start = text.lastIndexOf('\n', at - 1) + 1;
  for (let index = start; index < at; index += 1) {
    const char = text.charAt(index);
    if (char === '\t') columns += 8 - (columns % 8);
    else if (char === ' ') columns += 1;
    else return columns;
  }
  return columns;
}
