import { parseArgs } from 'node:util';

export interface ExplainOptions {
  readonly url: string;
  /** As given; the current folder when none is. */
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  readonly method: string;
  readonly address: string | undefined;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The options, or what is wrong with the command line. */
export function readExplainOptions(args: readonly string[]): ExplainOptions | string {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { values, positionals } = parsed;
  const [url, ...paths] = positionals;
  if (url === undefined) return 'explain takes a URL, e.g. http://app.localhost:8080/';
  const { format, method, address, header } = values;
  if (format !== 'text' && format !== 'json') return '--format takes one of text, json';
  if (!/^[A-Za-z_-]+$/.test(method)) return '--method takes a method such as POST';
  const headers: Record<string, string> = {};
  for (const line of header ?? []) {
    const match = /^([\w-]+):[ \t]*(.*)$/.exec(line);
    if (match === null) return `--header takes 'NAME: VALUE', not "${line}"`;
    headers[(match[1] ?? '').toLowerCase()] = match[2] ?? '';
  }
  return { url, paths: paths.length === 0 ? ['.'] : paths, format, method, address, headers };
}

const options = {
  format: { type: 'string', default: 'text' },
  method: { type: 'string', default: 'GET' },
  address: { type: 'string' },
  header: { type: 'string', multiple: true },
} as const;
