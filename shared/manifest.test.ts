import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

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
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly id: string;
        readonly description: string;
        readonly completionEvents: readonly string[];
      }[];
    }[];
  };
}

const { contributes } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'),
) as Manifest;
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
