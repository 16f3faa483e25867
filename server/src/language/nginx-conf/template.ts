import type { Statement, Word } from '../nginx/tree.ts';

/**
 * Whether a word holds something that a template engine fills in before nginx reads the file: `{{ … }}` and `{% … %}`
 * of Jinja and its kin, `<% … %>` of ERB, `${NAME}` of envsubst (nginx's own variables are lower case).
 */
export function isTemplated({ value }: Word): boolean {
  // Nearly no word holds any of these: a look for two characters is cheaper than the expression.
  return (value.includes('{') || value.includes('<')) && templatePattern.test(value);
}

/** Such a statement may have any name and any number of words in the end. */
export function isTemplatedStatement({ name, args }: Statement): boolean {
  return isTemplated(name) || args.some(isTemplated);
}

/** Whether any word of a file may be templated. */
export function mayBeTemplated(text: string): boolean {
  return (
    text.includes('{{') ||
    text.includes('{%') ||
    text.includes('<%') ||
    text.includes('%>') ||
    /\$\{[A-Z]/.test(text)
  );
}

/** Whether blocks of the file may be opened or closed under a condition, so that braces need not balance. */
export function hasTemplateBlocks(text: string): boolean {
  // Nearly no file holds any of these, and dozens of rules ask.
  if (!text.includes('{%') && !text.includes('<%') && !text.includes('{{')) return false;
  return /\{%[^%\n]*%\}|<%[^%\n]*%>|\{\{[#/-]?\s*(?:if|range|end|with|define|each)\b/.test(text);
}

const templatePattern = /\{\{|\{%|<%|%>|\$\{[A-Z][A-Z0-9_]*(?::-[^}]*)?\}/;
