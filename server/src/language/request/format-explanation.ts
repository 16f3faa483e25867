import { inOneLine } from '../../../../shared/terminal-text.ts';
import { describeHandler } from './describe-handler.ts';
import type { Explanation, RequestPlace } from './explanation.ts';
import { showUrl } from './read-url.ts';

/** How a place is shown: `nginx.conf:12`. */
export type ShowPlace = (place: RequestPlace) => string;

/** For a terminal: one line per step, the places in front, where terminals make links of them. */
export function explanationText(explanation: Explanation, show: ShowPlace): string {
  const { request, steps, sure } = explanation;
  const lines = [`${request.method} ${showUrl(request)}`];
  for (const step of steps) {
    const doubt = step.sure ? '' : ' (not decided by the files)';
    lines.push(`${step.place ? `${show(step.place)}: ` : ''}${step.text}${doubt}`);
    for (const { title, reason, place } of step.lost)
      lines.push(`    not ${title}${place ? ` (${show(place)})` : ''}: ${reason}`);
  }
  lines.push(describeHandler(explanation));
  if (!sure) lines.push('Some of this depends on more than the files.');
  return `${lines.map(inOneLine).join('\n')}\n`;
}

/** As a document: steps numbered, with links when `link` gives their address. */
export function explanationMarkdown(
  explanation: Explanation,
  show: ShowPlace,
  link: (place: RequestPlace) => string,
): string {
  const { request, steps, sure } = explanation;
  const at = (place: RequestPlace | undefined) =>
    place === undefined ? '' : ` ([${escape(show(place))}](${link(place)}))`;
  const lines = [`# ${request.method} ${escape(showUrl(request))}`, ''];
  steps.forEach((step, index) => {
    const doubt = step.sure ? '' : ' *Not decided by the files.*';
    lines.push(`${String(index + 1)}. ${escape(step.text)}${at(step.place)}${doubt}`);
    for (const { title, reason, place } of step.lost)
      lines.push(`   - not ${escape(title)}${at(place)}: ${escape(reason)}`);
  });
  lines.push('', `**${escape(describeHandler(explanation))}**`);
  if (!sure) lines.push('', 'Some of this depends on more than the files.');
  return `${lines.join('\n')}\n`;
}

/** Text of a file must not become a link, an image or HTML. */
function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~&$^]/g, '\\$&').replace(/\s+/g, ' ');
}
