import { uwsgiOptionTable } from '../data/uwsgi-options.data.ts';

/** One option of uWSGI or of a plugin, as its option table declares it. */
export interface UwsgiOption {
  readonly name: string;
  /** `core`, or the plugin that has to be loaded. */
  readonly plugin: string;
  /** How the value is read: `bool`, `int`, `socket`, `list`, … */
  readonly type: string;
  /** The C function behind it, without `uwsgi_opt_` in front. */
  readonly handler: string;
  /** On the command line only; a line of a file may have or lack a value. */
  readonly argument: 'required' | 'none' | 'optional';
  readonly repeat: 'append' | 'last-wins' | 'none';
  readonly flags: readonly string[];
  /** Executed while the file is read: placeholders in its value are not expanded. */
  readonly immediate: boolean;
  /** The other names of the same option. */
  readonly aliases: readonly string[];
  /** The name of the group that is declared first. */
  readonly canonical: string;
  /** Release that brought it; undefined for 2.0.21 and before. */
  readonly since: string | undefined;
  /** C condition under which a build has it. */
  readonly buildCondition: string | undefined;
}

/** undefined for a name that is no option of any plugin: to uWSGI it is a variable. Names are exact. */
export function uwsgiOption(name: string): UwsgiOption | undefined {
  return options().get(name);
}

export function uwsgiOptionNames(): IterableIterator<string> {
  return options().keys();
}

let loaded: ReadonlyMap<string, UwsgiOption> | undefined;

function options(): ReadonlyMap<string, UwsgiOption> {
  loaded ??= readTable(uwsgiOptionTable);
  return loaded;
}

function readTable(table: string): ReadonlyMap<string, UwsgiOption> {
  const rows = table
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(';'));
  const groups = new Map<string, string[]>();
  for (const [name = '', plugin = '', , , , , , canonical] of rows) {
    const group = groupOf(plugin, canonical, name);
    const names = groups.get(group);
    if (names === undefined) groups.set(group, [name]);
    else names.push(name);
  }
  return new Map(
    rows.map(([name = '', plugin = '', type = '', handler = '', ...rest]) => {
      const [argument, repeat, flags = '', canonical, since, buildCondition] = rest;
      const flagList = flags === '' ? [] : flags.split(' ');
      const option: UwsgiOption = {
        name,
        plugin: plugin === '' ? 'core' : plugin,
        type,
        handler,
        argument: argument === 'r' ? 'required' : argument === 'o' ? 'optional' : 'none',
        repeat: repeat === 'a' ? 'append' : repeat === 'l' ? 'last-wins' : 'none',
        flags: flagList,
        immediate: flagList.includes('IMMEDIATE'),
        aliases: (groups.get(groupOf(plugin, canonical, name)) ?? []).filter((n) => n !== name),
        canonical: canonical === undefined || canonical === '' ? name : canonical,
        since: since === '' ? undefined : since,
        buildCondition: buildCondition === '' ? undefined : buildCondition,
      };
      return [name, option];
    }),
  );
}

function groupOf(plugin: string, canonical: string | undefined, name: string): string {
  return `${plugin};${canonical === undefined || canonical === '' ? name : canonical}`;
}
