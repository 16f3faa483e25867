import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readManifest, readTexts } from '../scripts/lib/manifest.mjs';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly mac: string;
      readonly when?: string;
    }[];
    readonly menus: { readonly commandPalette: readonly { command: string; when: string }[] };
    readonly viewsWelcome: readonly { readonly contents: string; readonly when: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly id: string;
        readonly description: string;
        readonly completionEvents: readonly string[];
      }[];
    }[];
  };
}

const { contributes } = readManifest() as Manifest;
const own = contributes.commands.map(({ command }) => command);

describe('the manifest', () => {
  it('gives keys to commands that are there, each its own, where they make sense', () => {
    const { keybindings, menus } = contributes;
    assert.deepEqual(
      keybindings.map(({ command }) => command).filter((command) => !own.includes(command)),
      [],
    );
    for (const side of ['key', 'mac'] as const) {
      const keys = keybindings.map((binding) => binding[side]);
      assert.equal(new Set(keys).size, keys.length, keys.join(', '));
    }
    // A key does what the palette would offer at that moment, or less.
    for (const { command, when = '' } of keybindings) {
      const offered = menus.commandPalette.find((entry) => entry.command === command)?.when ?? '';
      assert.ok(when.endsWith(offered), `${command}: ${when}`);
    }
  });

  it('says of each command when the palette offers it', () => {
    const ruled = contributes.menus.commandPalette.map(({ command }) => command);
    assert.deepEqual([...ruled].sort(), [...own].sort());
  });

  it('has each text that a person reads in package.nls.json, where it can be translated', () => {
    const bare: string[] = [];
    const keys: string[] = [];
    const look = (value: unknown, name: string): void => {
      if (typeof value === 'string') {
        const key = /^%(.+)%$/.exec(value)?.[1];
        if (key !== undefined) keys.push(key);
        else if (shown.test(name)) bare.push(`${name}: ${value}`);
      } else if (typeof value === 'object' && value !== null) {
        for (const [inner, part] of Object.entries(value as Record<string, unknown>))
          look(part, inner);
      }
    };
    const { contributes, capabilities, displayName, description } = JSON.parse(
      readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'),
    ) as Record<string, unknown>;
    look({ contributes, capabilities, displayName, description }, '');
    assert.deepEqual(bare, []);
    const texts = readTexts();
    assert.deepEqual([...new Set(keys)].sort(), Object.keys(texts).sort());
    for (const [key, text] of Object.entries(texts)) assert.notEqual(text.trim(), '', key);
  });

  it('says one thing at a time where the tree is empty', () => {
    const { viewsWelcome } = contributes;
    assert.ok(viewsWelcome.length > 4);
    for (const workspaceFolderCount of [0, 1, 2])
      for (const server of [undefined, 'ready', 'failed'])
        for (const hasStack of [false, true])
          for (const restricted of [undefined, false, true]) {
            const keys = { workspaceFolderCount, server, hasStack, restricted };
            const shown = viewsWelcome
              .filter(({ when }) => holds(when, keys))
              .map(({ contents }) => (contents.includes('trust.manage') ? 'restricted' : 'state'));
            const read = workspaceFolderCount > 0 && server === 'ready';
            const wanted: string[] = [];
            // Where there is a stack, the tree is not empty.
            if (!read || !hasStack) wanted.push('state');
            // Restricted Mode checks files only where they were read: it is told last.
            if (read && restricted === true) wanted.push('restricted');
            assert.deepEqual(shown, wanted, JSON.stringify(keys));
          }
  });

  it('leads through its first steps by commands that are there', () => {
    const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    assert.ok(steps.length > 3);
    for (const { id, description, completionEvents } of steps) {
      const commands = [
        ...`${description} ${completionEvents.join(' ')}`.matchAll(
          /(?:command:|onCommand:)([\w.]+)/g,
        ),
      ].map(([, command = '']) => command);
      assert.ok(commands.length > 0, id);
      const unknown = commands.filter(
        (command) => !own.includes(command) && !command.startsWith('workbench.'),
      );
      assert.deepEqual(unknown, [], id);
      // Steps whose mark never comes would keep the walkthrough open for ever.
      assert.ok(completionEvents.length > 0, id);
    }
  });
});

/** Whether a `when` clause of the simple kind that we use is true. */
function holds(when: string, keys: Readonly<Record<string, unknown>>): boolean {
  return when.split(' && ').every((part) => {
    const parsed = /^(!?)(?:uwsgiStack\.)?(\w+)(?: (==|>) (\w+))?$/.exec(part);
    assert.ok(parsed, part);
    const [, not, name = '', operator, value = ''] = parsed;
    assert.ok(name in keys, name);
    const is = keys[name];
    if (operator === '==') return String(is) === value;
    if (operator === '>') return Number(is) > Number(value);
    return Boolean(is) === (not === '');
  });
}

/** Properties of the manifest that VS Code shows; names of a matcher or a command are for programs. */
const shown =
  /^(?:title|shortTitle|category|label|contextualTitle|contents|altText|displayName|description|(?:markdown|deprecation)\w*)$|Descriptions?$/i;
