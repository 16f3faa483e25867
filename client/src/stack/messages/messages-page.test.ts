import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { it } from 'node:test';
import { format, resolveConfig } from 'prettier';
import type { MessageRow } from './message-row.ts';
import { nginxMessages } from './nginx-messages.ts';
import { uwsgiMessages } from './uwsgi-messages.ts';

const page = new URL('../../../../docs/messages.md', import.meta.url);

it('docs/messages.md lists what is explained', async () => {
  const options = await resolveConfig(page);
  const wanted = await format(text(), { ...options, parser: 'markdown' });
  if (process.env.UPDATE === '1') writeFileSync(page, wanted);
  assert.equal(readFileSync(page, 'utf8'), wanted, 'make it anew with UPDATE=1');
});

function text(): string {
  return `# What the programs say, and what it means

Lines of the running programs that the extension and \`uwsgi-stack up\` explain, at the line where it is mended. Tracebacks of
Python are put together to one message, at the innermost line of your own folder; what nginx says at its start stands where
nginx names it. This page is made from the tables of \`client/src/stack/messages/\` by its test (\`UPDATE=1\`). Do not edit.

A message goes when its process is started anew, when the file that it points at is saved, and, where it is about failed
requests, when one is answered again.

## uWSGI

${table(uwsgiMessages)}

## nginx

${table(nginxMessages)}
`;
}

function table(rows: readonly MessageRow[]): string {
  const cell = (content: string) =>
    content.replaceAll('|', '\\|').replaceAll(/\$(\d|[a-z]+)/g, '…');
  const lines = rows.map(
    ({ pattern, means, remedy }) =>
      `| \`${words(pattern).replaceAll('|', '\\|')}\` | ${cell(means)} | ${cell(remedy)} |`,
  );
  return ['| it says | it means | what to do |', '| --- | --- | --- |', ...lines].join('\n');
}

/** The constant words of an expression, as a person would look for them. */
function words({ source }: RegExp): string {
  return source
    .replaceAll(/^\^|\$$/g, '')
    .replaceAll(/\(\?:([^()|]*)\|[^()]*\)\??/g, '$1')
    .replaceAll(/\(\?:([^()]*)\)\??/g, '$1')
    .replaceAll(/\(?(?:\\d\+|\\S\+|\.\+\??|\.\*|\[\^[^\]]*\][*+])\)?/g, '…')
    .replaceAll(/\\(.)/g, '$1');
}
