import type { KeyvalKey } from '../../data/uwsgi-keyvals.extra.ts';
import { codeSpan, paragraphs } from '../markdown.ts';

export function keyvalMarkdown({ name, aliases, value, text, required }: KeyvalKey): string {
  return paragraphs(
    `**${codeSpan(`${name}=${value}`)}**${required === true ? ' · needed' : ''}`,
    text,
    aliases && `The same key: ${aliases.map(codeSpan).join(', ')}.`,
  );
}
