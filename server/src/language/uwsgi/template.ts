import { span } from '../text/span.ts';
import type { Span } from '../text/span.ts';

/**
 * Marks of a template that has to be filled in before uWSGI reads the file: Jinja, Django and cookiecutter
 * (`{{ name }}`, `{% if %}`), ERB (`<%= name %>`), and `${NAME}` or `$NAME` of envsubst, which uWSGI itself doesn't
 * know. (`$1` and a `$` at the end belong to regular expressions.)
 */
export function hasTemplateMark(text: string): boolean {
  // Nearly no text holds any, and each line is asked about often.
  if (!text.includes('{') && !text.includes('$') && !text.includes('<%')) return false;
  return /\{\{|\{%|<%|\$\{[A-Za-z_][A-Za-z0-9_]*\}|\$[A-Z_][A-Z0-9_]+/.test(text);
}

/** A line that is an instruction to the template engine, as a whole. */
export function isTemplateLine(line: string): boolean {
  return /^\s*(?:\{%.*%\}|\{\{.*\}\}|\{#.*#\}|<%.*%>)\s*$/.test(line);
}

/**
 * What a template engine replaces or takes out, in order and over several lines where it does: `{{ }}`, `{% %}`,
 * `{# #}`, `<% %>`. An opening mark that nothing closes is no mark.
 */
export function templateSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  const given = new Set<string>();
  for (const match of text.matchAll(/\{\{|\{%|\{#|<%/g)) {
    const [open] = match;
    if (match.index < (spans.at(-1)?.end ?? 0) || given.has(open)) continue;
    const close = closing.get(open) ?? '';
    const end = text.indexOf(close, match.index + open.length);
    if (end === -1) given.add(open);
    else spans.push(span(match.index, end + close.length));
  }
  return spans;
}

const closing: ReadonlyMap<string, string> = new Map([
  ['{{', '}}'],
  ['{%', '%}'],
  ['{#', '#}'],
  ['<%', '%>'],
]);
