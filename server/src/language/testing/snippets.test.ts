import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLanguage } from '../language.ts';
import { nginxSnippets, uwsgiSnippets, type SnippetCase } from './snippet-cases.ts';
import { snapshot } from './workspace.ts';

function findNothing({ name, whole }: SnippetCase, path: string): void {
  const findings =
    createLanguage()
      .check(snapshot({ [path]: whole }))
      .get(path) ?? [];
  assert.deepEqual(
    findings.map(({ message }) => message),
    [],
    `${name}\n${whole}`,
  );
}

test('no rule finds anything in a uWSGI snippet', () => {
  for (const snippet of uwsgiSnippets) findNothing(snippet, '/w/x.uwsgi.ini');
});

test('no rule finds anything in an nginx snippet', () => {
  for (const snippet of nginxSnippets) findNothing(snippet, '/w/nginx.conf');
});
