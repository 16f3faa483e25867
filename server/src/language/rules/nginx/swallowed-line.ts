import { allowedIn } from '../../nginx-conf/candidates.ts';
import type { ConfNode } from '../../nginx-conf/conf.ts';
import { arityAllows, directivesNamed } from '../../nginx-conf/directives.ts';
import { isOneLine } from '../../nginx-conf/run-on.ts';
import { soundKinds } from '../../nginx-conf/sound.ts';
import { inOrder } from '../../nginx-conf/walk.ts';
import type { Word } from '../../nginx/tree.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const swallowedLine: NginxRule = defineRule({
  id: 'nginx/swallowed-line',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a line that nginx takes for further words of the line above, since that one has no `;`.',
    why: 'Directives such as `server_name`, `index` and `try_files` take any number of words: nginx starts without a message, and the second line has no effect.',
    fix: 'End the line above with `;`.',
    source: 'https://nginx.org/en/docs/beginners_guide.html#conf_structure',
  },
  check({ path, text, conf }, report) {
    const kinds = soundKinds(conf).filter(
      ({ entry, count = 0 }) => entry.args.max === Infinity || count > 2,
    );
    for (const node of inOrder(kinds)) {
      const { args } = node.statement;
      if (isOneLine(text, node.statement)) continue;
      const index = args.findIndex((word, at) =>
        startsLine(text, args[at - 1] ?? node.statement.name, word),
      );
      const previous = args[index - 1];
      const word = args[index];
      // Where the very first argument stands in a line of its own, so do the others: a list.
      if (previous === undefined || word === undefined || word.quote !== undefined) continue;
      const rest = args.slice(index + 1);
      const next = rest.findIndex((one, at) => startsLine(text, rest[at - 1] ?? word, one));
      const own = next === -1 ? rest.length : next;
      if (!couldBegin(node, word, rest.length) && !couldBegin(node, word, own)) continue;
      const { end } = previous.span;
      report({
        span: word.span,
        message: `nginx takes this line for more words of \`${node.statement.name.value}\`: the \`;\` above is missing`,
        related: [{ path, span: node.statement.name.span, message: 'goes on to the next `;`' }],
        fixes: [
          {
            title: 'Insert `;`',
            edits: [{ path, span: { start: end, end }, newText: ';' }],
            preferred: true,
          },
        ],
      });
    }
  },
});

/** Whether a statement of this name could stand here with so many words. Without any, the word is more likely a value. */
function couldBegin({ contexts, statement }: ConfNode, { value }: Word, count: number): boolean {
  return (
    count > 0 &&
    directivesNamed(value).some(
      (entry) =>
        entry.module.status === 'core' &&
        entry.block === (statement.end.kind === 'block') &&
        contexts.some((context) => allowedIn(entry, context)) &&
        arityAllows(entry.args, count),
    )
  );
}

function startsLine(text: string, previous: Word, word: Word): boolean {
  const lineFeed = text.indexOf('\n', previous.span.end);
  return lineFeed !== -1 && lineFeed < word.span.start;
}
