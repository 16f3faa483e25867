import assert from 'node:assert/strict';
import type { CompletionItem } from '../features/feature.ts';

export interface Cursor {
  readonly text: string;
  readonly offset: number;
}

/** Takes the one `<|>` out of a text and says where it stood. */
export function cursorIn(marked: string): Cursor {
  const [before, after, ...more] = marked.split('<|>');
  assert.ok(before !== undefined && after !== undefined && more.length === 0, 'one <|> is needed');
  return { text: before + after, offset: before.length };
}

/**
 * The text after an item of a completion is taken: placeholders of a snippet show their default, and `<|>` stands where
 * the cursor ends up (the first tab stop, or behind the text).
 */
export function accepted({ text }: Cursor, item: CompletionItem): string {
  const { replace, insert, snippet } = item;
  const put = snippet === true ? fillSnippet(insert) : `${insert}<|>`;
  return text.slice(0, replace.start) + put + text.slice(replace.end);
}

function fillSnippet(snippet: string): string {
  const stops = [...snippet.matchAll(/(?<!\\)\$(?:\{(\d+)[^}]*\}|(\d+))/g)];
  const numbers = stops.map(([, braced, bare]) => Number(braced ?? bare));
  const first = Math.min(...numbers.filter((number) => number > 0));
  const cursor = Number.isFinite(first) ? first : 0;
  const state = { marked: false };
  const filled = snippet.replaceAll(
    /\\([$}\\])|\$\{(\d+)(?::((?:\\.|[^}\\])*)|\|((?:\\.|[^,|\\])*)[^}]*)?\}|\$(\d+)/g,
    (_, escaped: string | undefined, braced, text?: string, choice?: string, bare?: string) => {
      if (escaped !== undefined) return escaped;
      const here = !state.marked && Number(braced ?? bare) === cursor;
      state.marked ||= here;
      return `${here ? '<|>' : ''}${(text ?? choice ?? '').replace(/\\(.)/g, '$1')}`;
    },
  );
  return state.marked ? filled : `${filled}<|>`;
}
