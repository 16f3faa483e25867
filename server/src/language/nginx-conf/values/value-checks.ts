import { compareVersions, existsIn } from '../version.ts';
import { listenShape } from './listen-shape.ts';
import { passShape } from './pass-shape.ts';
import { shapeByName } from './shapes.ts';
import { shapeByType } from './by-type.ts';
import type { Shape } from './shape.ts';
import { upstreamServerShape } from './upstream-server-shape.ts';
import type { NginxDirective } from '../directives.ts';

/** What is wrong with the arguments of a directive, for the nginx that is meant; undefined where anything goes. */
export function valueChecks(entry: NginxDirective, version: string): Shape | undefined {
  if (entry.module.status !== 'core' && entry.module.status !== 'removed') return undefined;
  if (!existsIn(entry, version)) return undefined;
  const isStream = entry.contexts.some((context) => context.startsWith('stream'));
  return rememberedShape(entry, isStream, version);
}

/** The table's entries live as long as the program, and shapes are the same for every line. */
function rememberedShape(
  entry: NginxDirective,
  isStream: boolean,
  version: string,
): Shape | undefined {
  const known = shapes.get(entry);
  if (known?.version === version) return known.shape;
  const shape = shapeOf(entry, isStream, version);
  shapes.set(entry, { version, shape });
  return shape;
}

const shapes = new WeakMap<
  NginxDirective,
  { readonly version: string; readonly shape: Shape | undefined }
>();

function shapeOf(entry: NginxDirective, isStream: boolean, version: string): Shape | undefined {
  if (entry.name === 'listen') return listenShape(entry, version);
  if (entry.name === 'server') return upstreamServerShape(version, isStream);
  return (
    passShape(entry.name, isStream) ??
    shapeByName(entry.name, isStream) ??
    shapeByType(entry, wordsTooYoung(entry.name, version))
  );
}

/** Words of an enum that a release does not know yet. */
function wordsTooYoung(name: string, version: string): readonly string[] {
  return Object.entries(firstRelease[name] ?? {})
    .filter(([, release]) => compareVersions(version, release) < 0)
    .map(([word]) => word);
}

const firstRelease: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  proxy_http_version: { '2': '1.29.4' },
};
