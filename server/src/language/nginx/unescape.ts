/**
 * The value that nginx stores for a word: `\"`, `\'` and `\\` lose the backslash, `\t`, `\r` and `\n` become control
 * characters, every other backslash stays: `\;` is a backslash and a semicolon, `\$host` a backslash and a variable.
 */
export function unescapeWord(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(/\\(["'\\trn])/g, (_, character: string) => control[character] ?? character);
}

const control: Readonly<Record<string, string>> = { t: '\t', r: '\r', n: '\n' };
