import type { Rule } from './rule.ts';

/** docs/rules.md, made of what the rules say of themselves. */
export function rulesPage(rules: readonly Rule[]): string {
  const sections = [...rules]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(
      ({ id, level, optional, docs }) =>
        `## ${id}\n\nLevel: ${optional === true ? `off by default (suggested: ${level})` : level}\n\n${docs.what}\n\n**Why.** ${docs.why}\n\n**Mend.** ${docs.fix}\n\n**Source.** <${docs.source}>\n`,
    );
  return [
    '# Rules\n\nMade from the rules themselves by `UPDATE=1 npm test -- --only=unit`. Do not edit.\n\nThe setting `uwsgiStack.rules` changes the level of a rule, or turns it `off`. Rules that are off by default report nothing until it gives them a level.\n',
    ...sections,
  ].join('\n');
}
