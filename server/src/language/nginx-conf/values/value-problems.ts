import { existsIn } from '../version.ts';
import type { SoundDirective } from '../sound.ts';
import { listenShape } from './listen-shape.ts';
import { passShape } from './pass-shape.ts';
import { shapeByName } from './shapes.ts';
import { shapeByType } from './by-type.ts';
import type { ValueProblem } from './shape.ts';

/** What is wrong with the arguments of a directive, for the nginx that is meant. */
export function valueProblems(
  { node, entry }: SoundDirective,
  version: string,
): readonly ValueProblem[] {
  const { args } = node.statement;
  if (entry.module.status !== 'core' && entry.module.status !== 'removed') return [];
  if (args.length === 0 || !existsIn(entry, version)) return [];
  const isStream = entry.contexts.some((context) => context.startsWith('stream'));
  const shape =
    entry.name === 'listen'
      ? listenShape(entry, version)
      : (passShape(entry.name, isStream) ??
        shapeByName(entry.name, isStream) ??
        shapeByType(entry));
  return shape ? [...shape(args)] : [];
}
