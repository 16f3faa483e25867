/** Text as an inline code span, whatever it holds: line breaks become blanks, the fence is longer than any inside. */
export function codeSpan(text: string): string {
  const line = shorten(text.replace(/\s+/g, ' ').trim(), 200);
  if (line === '') return '`""`';
  const runs = line.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Text of a file as plain text in Markdown: no link, no emphasis, no HTML comes of it. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#+\-.!|~<>&$:@]/g, (character) => `\\${character}`);
}

/** A link to a fixed https address; the title is taken as Markdown. */
export function link(title: string, address: string): string {
  return `[${title}](${address.replace(/[()\s<>\\]/g, percentEncoded)})`;
}

/** Paragraphs with a blank line between; what is undefined or empty falls away. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // Half a surrogate pair would show as a box.
  return `${text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')}…`;
}
