import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkFiles } from './check-files.ts';
import { type Mistake, mistakes } from './stack-mistakes.ts';

const example = join(import.meta.dirname, '../../../examples/fastrouter');

/** The text of docs/stack-mistakes.md. */
export function mistakesPage(): string {
  const rows = mistakes.map((mistake) => row(mistake));
  return `# Mistakes between the files

Each program is content by itself, and the page does not come. This is what nginx 1.22.1 and uWSGI 2.0.21 do with each of
these mistakes in the example (\`examples/fastrouter\`), and what the editor says. \`cli/src/stack-mistakes.test.ts\` makes
every one of them, starts the real programs and compares what they answer and log with this table; then it applies the fix
of the finding, starts them again, and gets a 200. This page is made from the table of that test by
\`UPDATE=1 npm test -- --only=real\`. Do not edit.

“Nothing” means: no line in the log beyond those of a start that works.

| mistake | the client gets | nginx says | uWSGI says | we say | rule |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

One more shows in no answer: with \`socket = =0\` on the shared socket of the router, in one file that subscribes to itself, the
router hands requests to itself. They circle until the worker happens to take one: thirty requests make many more rounds.
\`stack/circling-requests\` reports it, and after its fix thirty requests make thirty rounds.

Another shows only when something stops: a uWSGI that another one starts with \`attach-daemon\` is told to end by SIGTERM, which
to uWSGI means to reload. It goes on, without its parent. \`stack/attached-uwsgi-stops\` reports it, and after its fix nothing
is left.
`;
}

function row({ title, edits, files, rule, answer, nginx, uwsgi, flaps }: Mistake): string {
  const ports = { nginx: 8080, router: 3030, subscription: 3131 };
  const texts: Record<string, string> = {};
  for (const name of readdirSync(example)) {
    const text = readFileSync(join(example, name), 'utf8');
    const changed = name in edits ? edits[name]?.(text, ports, '/example') : text;
    if (changed !== undefined) texts[join('/example', name)] = changed;
  }
  for (const [name, text] of Object.entries(files?.(ports) ?? {}))
    texts[join('/example', name)] = text;
  const finding = checkFiles(texts).find((one) => one.rule === rule);
  const status = answer === 0 ? 'nothing, until nginx gives up (504)' : String(answer);
  const cells = [
    title,
    flaps === true ? `${status} now and then` : status,
    said(nginx),
    said(uwsgi),
    finding?.message ?? '',
    `\`${rule}\``,
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function said(text: string | undefined): string {
  return text === undefined ? 'nothing' : `“${text.trim()}”`;
}
