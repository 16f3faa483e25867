import type { Declaration } from '../../nginx-conf/declarations.ts';
import { builtInVariable } from '../../nginx-conf/variables.ts';
import type { NginxView } from '../../rules/inputs.ts';
import type { FileEdit } from '../../rules/rule.ts';
import { isTemplated } from '../../nginx-conf/template.ts';
import type { Renameable, RenameOutcome } from '../feature.ts';
import { captureAt } from './captures.ts';
import { configurationOf } from '../../stack/nginx-configuration.ts';
import { keyOf, nameAt, type NamePlace, namesIn } from './names.ts';
import { wordAt } from './node-at.ts';
import { type PlacedName, sameNames } from './same-names.ts';
import { renameAddress, renameableAddress } from '../wires/rename-address.ts';
import { renameKey, renameableKey } from '../wires/rename-key.ts';

/**
 * A name that these files declare, or one end of a wire to uWSGI: an address or a domain, which is then renamed at all
 * ends. Says why where one can't be renamed.
 */
export function nginxRenameable(
  view: NginxView,
  offset: number,
): Renameable | { readonly problem: string } | undefined {
  if (captureAt(view, offset) !== undefined)
    return {
      problem:
        'The number counts the groups of the regular expression. Name the group, as in (?<name>…), and use $name.',
    };
  const found = meantAt(view, offset);
  if (found === undefined)
    return (
      renameableAddress(view.around, view.path, offset) ??
      renameableKey(view.around, view.path, offset)
    );
  const { name, places } = found;
  const problem = problemOf(view, name, places);
  return problem === undefined ? { span: name.span, name: name.name } : { problem };
}

export function nginxRename(view: NginxView, offset: number, newName: string): RenameOutcome {
  const found = meantAt(view, offset);
  if (found === undefined)
    return (
      renameAddress(view.around, view.path, offset, newName) ??
      renameKey(view.around, view.path, offset, newName) ?? {
        problem:
          'Only names that the configuration itself gives can be renamed: of variables, upstreams, zones, caches, log formats, named locations and thread pools; and the addresses and server names that lead to uWSGI.',
      }
    );
  const { name, places } = found;
  const wanted = written(name.kind, newName);
  const problem =
    problemOf(view, name, places) ??
    (wanted === name.name
      ? undefined
      : (problemOfNew(name, wanted) ?? problemOfTaken(view, name, wanted)));
  if (problem !== undefined) return { problem };
  return {
    edits: places.map(({ file, span }): FileEdit => ({ path: file.path, span, newText: wanted })),
  };
}

function meantAt(view: NginxView, offset: number) {
  const name = nameAt(view, offset);
  if (name === undefined) return undefined;
  const places = sameNames(view, name);
  // A value of `map` that no upstream is called by is just a text.
  const isText = name.through !== undefined && !places.some(({ declares }) => declares);
  return isText ? undefined : { name, places };
}

/** With the `@` of a location, without the `$` of a variable, whichever way a person has typed it. */
function written(kind: Declaration['kind'], name: string): string {
  const plain = name.trim();
  if (kind === 'named location') return plain.startsWith('@') ? plain : `@${plain}`;
  return kind === 'variable' ? plain.replace(/^\$\{?(\w+)\}?$/, '$1') : plain;
}

/** Why a name can't be renamed at all. */
function problemOf(
  view: NginxView,
  name: NamePlace,
  places: readonly PlacedName[],
): string | undefined {
  const shown = name.kind === 'variable' ? `$${name.name}` : name.name;
  if (name.kind === 'variable' && builtInVariable(name.name, name.scope) !== undefined)
    return `${shown} is a variable of nginx itself, so its name is fixed.`;
  if (name.kind === 'log format' && name.key === 'combined')
    return 'The log format combined is part of nginx, so its name is fixed.';
  if (name.kind === 'thread pool' && name.key === 'default')
    return 'nginx uses the thread pool "default" where none is named, so its name is fixed.';
  if (!places.some(({ declares }) => declares))
    return `No line of the files that are known here declares ${shown}. Rename it where it is declared.`;
  const word = wordAt(view, name.span.start)?.word;
  return word !== undefined && isTemplated(word) && /[{}<%]/.test(name.name)
    ? 'A template engine makes this name. Rename it in the template’s data.'
    : undefined;
}

/** Why nginx would not read the new name as one. */
function problemOfNew({ kind, scope }: NamePlace, name: string): string | undefined {
  switch (kind) {
    case 'variable': {
      if (!/^[A-Za-z_]\w*$/.test(name))
        return 'The name of a variable is made of letters, digits and "_", and begins with no digit.';
      const builtIn = builtInVariable(name, scope);
      if (builtIn === undefined) return undefined;
      return builtIn.family
        ? `Every variable that begins with $${builtIn.name} belongs to nginx itself. Choose another name.`
        : `$${name} is a variable of nginx itself. Choose another name.`;
    }
    case 'upstream':
      if (/^(?:unix|[\d.]+)$/i.test(name)) return `nginx would read "${name}" as an address.`;
      return /^[A-Za-z\d_.-]+$/.test(name)
        ? undefined
        : 'The name of an upstream stands where a host could stand: use letters, digits, "_", "." and "-".';
    case 'named location':
      return /^@[^\s;{}"'$\\]+$/.test(name)
        ? undefined
        : 'The name of a location is "@" and then anything but blanks, quotes, "$", ";", "{" and "}".';
    default:
      if (name === 'off' || (kind === 'log format' && name === 'combined') || name === 'default')
        return `"${name}" has a meaning of its own in nginx. Choose another name.`;
      return /^[^\s;:={}"'$\\,]+$/.test(name)
        ? undefined
        : 'Use letters, digits, "_", "." and "-" for the name.';
  }
}

/** Why two things would be mixed up. */
function problemOfTaken(
  view: NginxView,
  { kind, scope, key: own }: NamePlace,
  name: string,
): string | undefined {
  const key = keyOf(kind, name);
  // Another case is the same name.
  if (key === own) return undefined;
  const kinds = kind.endsWith('zone') || kind === 'session cache' ? zones : [kind];
  for (const file of configurationOf(view))
    for (const one of namesIn(file))
      if (one.key === key && one.scope === scope && kinds.includes(one.kind)) {
        if (one.through !== undefined) continue;
        return `${kind === 'variable' ? '$' : ''}${name} is used already, as ${articles[one.kind]}: the two would be mixed up. Choose another name.`;
      }
  return undefined;
}

/** nginx keeps all shared memory in one list of names. */
const zones: readonly Declaration['kind'][] = [
  'request zone',
  'connection zone',
  'cache zone',
  'session cache',
];

const articles: Readonly<Record<Declaration['kind'], string>> = {
  upstream: 'an upstream',
  'request zone': 'a zone of limit_req',
  'connection zone': 'a zone of limit_conn',
  'cache zone': 'a cache',
  'session cache': 'a cache of TLS sessions',
  'log format': 'a log format',
  'named location': 'a named location',
  variable: 'a variable',
  'thread pool': 'a thread pool',
};
