import type { Statement } from '../../nginx/tree.ts';
import { lookUp } from '../../text/look-up.ts';
import { span } from '../../text/span.ts';
import type { SemanticToken } from '../feature.ts';
import { rawWords } from './hover-raw.ts';

/** The first word of a line in a body that holds data. */
export function rawNameTokens({ name }: Statement, raw: string | undefined): SemanticToken[] {
  const { span: place, value, quote } = name;
  const { start, end } = place;
  if (quote === undefined && lookUp(rawWords[raw ?? ''] ?? {}, value) !== undefined)
    return [{ span: place, type: 'keyword' }];
  if (value === 'include') return [{ span: place, type: 'keyword' }];
  switch (raw) {
    case 'raw:map': {
      const sign = /^~\*?/.exec(value)?.[0].length ?? 0;
      if (sign === 0) return [{ span: place, type: 'string' }];
      const from = start + (quote === undefined ? 0 : 1);
      return [
        ...(quote === undefined ? [] : [{ span: span(start, from), type: 'string' as const }]),
        { span: span(from, from + sign), type: 'operator' },
        { span: span(from + sign, end), type: 'regexp' },
      ];
    }
    case 'raw:split-clients':
      return [{ span: place, type: value === '*' ? 'keyword' : 'number' }];
    case 'raw:geo':
    case 'raw:mime-map':
    case 'raw:charset-map':
      return [{ span: place, type: 'string' }];
    default:
      return [{ span: place, type: 'property' }];
  }
}
