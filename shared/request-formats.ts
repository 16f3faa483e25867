/** The form in which a program writes one line for each request, as its configuration has it. */
export interface RequestFormat {
  /** Whose variables the text holds: `$status` of nginx's `log_format`, `%(status)` of uWSGI's `log-format`. */
  readonly language: 'nginx' | 'uwsgi';
  /** How values are escaped: nginx's `escape=`; uWSGI writes them as they are. */
  readonly escape: 'default' | 'json' | 'none';
  readonly text: string;
}

/** The values of a line, by the names of their variables; undefined for a line of another form. */
export type ValueReader = (line: string) => ReadonlyMap<string, string> | undefined;

interface Field {
  readonly name: string;
  /** What its whole value looks like; undefined where it may be anything. */
  readonly shape: RegExp | undefined;
  /** The text between this value and the next one. */
  readonly after: string;
}

const variables = {
  nginx: /\$(?:\{(\w+)\}|(\w+))/g,
  uwsgi: /%\(([^)]+)\)/g,
} as const;

/** How often a value is tried at a later place, where the text that should end it is part of it, as blanks may be. */
const tries = 64;

/** undefined for a format whose lines can't be told apart from others: it holds no variable. */
export function valueReader({ language, escape, text }: RequestFormat): ValueReader | undefined {
  const { start, fields } = fieldsOf(text, language);
  if (fields.length === 0) return undefined;
  return (line) => {
    if (!line.startsWith(start)) return undefined;
    const values = new Map<string, string>();
    let at = start.length;
    for (const field of fields) {
      const end = endOf(line, at, field);
      if (end === undefined) return undefined;
      values.set(field.name, unescaped(line.slice(at, end), escape));
      at = end + field.after.length;
    }
    return at === line.length ? values : undefined;
  };
}

function fieldsOf(text: string, language: RequestFormat['language']) {
  const found = [...text.matchAll(variables[language])];
  const fields = found.map((match, at): Field => {
    const name = (match[1] ?? match[2] ?? '').replace(/^var\./, '').toLowerCase();
    const after = text.slice(match.index + match[0].length, found[at + 1]?.index);
    return {
      name,
      shape: shapes.get(name),
      after: at === found.length - 1 ? after.trimEnd() : after,
    };
  });
  return { start: text.slice(0, found[0]?.index), fields };
}

function endOf(line: string, from: number, { shape, after }: Field): number | undefined {
  if (after === '') {
    // The last value, or one that the next follows without a break: then its shape alone can end it.
    const own = shape === undefined ? line.length : from + leading(line.slice(from), shape);
    return own < from ? undefined : own;
  }
  if (shape === several) {
    const own = from + leading(line.slice(from), several);
    return own >= from && line.startsWith(after, own) ? own : undefined;
  }
  let end = line.indexOf(after, from);
  for (let tried = 0; end !== -1 && tried < tries; tried += 1) {
    if (shape === undefined || whole(shape, line.slice(from, end))) return end;
    end = line.indexOf(after, end + 1);
  }
  return undefined;
}

function leading(text: string, shape: RegExp): number {
  const found = shape.exec(text);
  return found === null ? -1 : found[0].length;
}

function whole(shape: RegExp, value: string): boolean {
  return leading(value, shape) === value.length;
}

const number = /^(?:-|\d+(?:\.\d+)?)/;
/** A list, which any part of it looks like, too: so it goes as far as it can. */
const several = /^(?:-|\d+(?:\.\d+)?)(?:(?:, | : )(?:-|\d+(?:\.\d+)?))*/;

/** Shapes of values that hold blanks, or that tell lines of this form apart from others. */
const shapes: ReadonlyMap<string, RegExp> = new Map([
  ['request', /^[A-Za-z]+ .* HTTP\/\d(?:\.\d)?/],
  ['request_method', /^[A-Za-z]+/],
  ['method', /^[A-Za-z]+/],
  ['status', /^\d{3}/],
  ['time_local', /^\d\d\/\w{3}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}/],
  ['ltime', /^\d\d\/\w{3}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}/],
  ['upstream_response_time', several],
  ['upstream_connect_time', several],
  ['upstream_header_time', several],
  ...[
    ...['body_bytes_sent', 'bytes_sent', 'request_length', 'request_time', 'msec', 'pid', 'wid'],
    ...['rsize', 'hsize', 'size', 'msecs', 'micros', 'secs', 'epoch', 'core', 'switches', 'vars'],
  ].map((name) => [name, number] as const),
]);

function unescaped(value: string, escape: RequestFormat['escape']): string {
  if (escape === 'json' && value.includes('\\')) {
    try {
      return JSON.parse(`"${value}"`) as string;
    } catch {
      return value;
    }
  }
  return escape === 'default' && value.includes('\\x')
    ? value.replace(/\\x([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : value;
}
