import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { settingPrefix, settingTable } from './settings.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string }[];
    readonly menus: { readonly commandPalette: readonly { command: string; when: string }[] };
  };
}

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const { contributes } = parse('package.json') as Manifest;
const texts = parse('package.nls.json') as Readonly<Record<string, string>>;
/** As a person reads them, by command. */
const titles = new Map(
  contributes.commands.map(({ command, title }) => [
    command,
    title.replace(/^%(.+)%$/, (_, key: string) => texts[key] ?? ''),
  ]),
);

describe('the README', () => {
  it('lists every setting with its default', () => {
    const rows = readme.matchAll(/^\| `uwsgiStack\.(\S+?)`\s*\|\s*(.*?)\s*\|/gm);
    const told = [...rows].map(([, key = '', value = '']) => [key, value.replaceAll('`', '')]);
    const wanted = Object.entries(settingTable).map(([key, row]): readonly [string, string] => {
      const value: unknown = row.default;
      return [key, typeof value === 'string' ? value : JSON.stringify(value)];
    });
    assert.deepEqual(told.toSorted(byName), wanted.toSorted(byName));
    assert.equal(settingPrefix, 'uwsgiStack');
  });

  it('names every command of the palette, as it is called there', () => {
    const hidden = contributes.menus.commandPalette
      .filter(({ when }) => when === 'false')
      .map(({ command }) => command);
    const wanted = [...titles].flatMap(([command, title]) =>
      hidden.includes(command) ? [] : [title],
    );
    const named = section('Commands').split('\n\n')[0]?.replaceAll('\n', ' ') ?? '';
    const told = [...named.matchAll(/_([A-Z][^_]*?)_/g)].map(([, title]) => title);
    assert.deepEqual(told.toSorted(), wanted.toSorted());
  });

  it('gives each key to the command that it runs', () => {
    const wanted = contributes.keybindings.flatMap(({ command, key }): readonly string[][] => {
      const letter = /^ctrl\+alt\+u (\w)$/.exec(key)?.[1];
      return letter === undefined ? [] : [[letter.toUpperCase(), titles.get(command) ?? '']];
    });
    const told = [...section('Keys').matchAll(/`([A-Z])`\s*\|\s*_(.+?)_/g)];
    assert.deepEqual(
      told.map(([, letter, title]) => [letter, title]).toSorted(),
      wanted.toSorted(),
    );
  });
});

for (const page of ['README.md', 'docs/tutorial.md', 'docs/views.md', 'CONTRIBUTING.md'])
  it(`${page} leads to files that are there`, () => {
    const text = readFileSync(join(root, page), 'utf8');
    const links = [...text.matchAll(/\]\(([^):#]+)(?:#[^)]*)?\)/g)].map(([, path = '']) => path);
    assert.deepEqual(
      links.filter((path) => !existsSync(join(root, page, '..', path))),
      [],
    );
  });

function parse(name: string): unknown {
  return JSON.parse(readFileSync(join(root, name), 'utf8'));
}

function section(title: string): string {
  return new RegExp(`^## ${title}\n\n([^]*?)^## `, 'm').exec(readme)?.[1] ?? '';
}

function byName([one]: readonly string[], [other]: readonly string[]): number {
  return (one ?? '') < (other ?? '') ? -1 : 1;
}
