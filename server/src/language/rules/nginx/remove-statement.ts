import type { Statement } from '../../nginx/tree.ts';
import { span } from '../../text/span.ts';
import type { Fix } from '../rule.ts';

/** Takes a statement out, with its line where nothing else stands in it. */
export function removeStatement(
  path: string,
  text: string,
  { span: own }: Pick<Statement, 'span'>,
  title: string,
): Fix {
  const lineStart = text.lastIndexOf('\n', own.start - 1) + 1;
  const lineFeed = text.indexOf('\n', own.end);
  const lineEnd = lineFeed === -1 ? text.length : lineFeed + 1;
  const alone =
    text.slice(lineStart, own.start).trim() === '' && text.slice(own.end, lineEnd).trim() === '';
  const place = alone ? span(lineStart, lineEnd) : own;
  return { title, edits: [{ path, span: place, newText: '' }] };
}
