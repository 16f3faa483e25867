/*
 * What a program writes, a terminal obeys: it can clear the screen, set titles, fill the clipboard and make links. Lines
 * of a log may hold what a visitor of the page has sent, and names of files and directives are anybody's, too.
 */

// Built from text, since a control character inside a regular expression literal is easily lost on the way.
export const escape = '\u001b';
const colour = `${escape}\\[[0-9;]*m`;
const string = `[\\]PX^_][^\\u0007${escape}]*(?:\\u0007|${escape}\\\\)?`;
const others = new RegExp(
  `${escape}(?:${string}|(?!\\[[0-9;]*m)\\[[0-9:;<=>?]*[ -/]*[@-~]|[ -/]*[0-Z^-~\\\\])`,
  'g',
);
const colours = new RegExp(colour, 'g');
const colourOrControl = new RegExp(`${colour}|[\\p{Cc}--[\\t\\n]]`, 'gv');
const anyControl = /[\p{Cc}--[\t\n]]/v;
const control = /[\p{Cc}--\t]/gv;

/** The text without all that a terminal would obey, except for colours and line breaks. */
export function withColoursOnly(text: string): string {
  if (!anyControl.test(text)) return text;
  return withoutOthers(text).replaceAll(colourOrControl, (found) =>
    found.length > 1 ? found : '',
  );
}

/** The text as a person reads it. */
export function withoutSequences(text: string): string {
  const visible = text.includes(escape) ? withoutOthers(text).replaceAll(colours, '') : text;
  return withoutControls(visible);
}

/** Without what moves the cursor, sets titles, and the like; colours and single control characters stay. */
export function withoutOthers(text: string): string {
  return text.replaceAll(others, '');
}

export function withoutControls(text: string): string {
  return text.replaceAll(control, '');
}

/** One line in which control characters can be seen, line breaks among them. */
export function inOneLine(text: string): string {
  return text.replaceAll(control, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd';
  });
}
