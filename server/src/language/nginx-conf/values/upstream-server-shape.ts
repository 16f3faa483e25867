import { compareVersions } from '../version.ts';
import { addressProblem } from './address.ts';
import { nonEmpty, number, seconds } from './kind.ts';
import { parameters, positions, type Shape, together } from './shape.ts';

/** `server ADDRESS [PARAMETER …]` in an upstream; nginx learned some of the parameters late. */
export function upstreamServerShape(version: string, isStream: boolean): Shape {
  const from = (release: string) => compareVersions(version, release) >= 0;
  return together(
    positions(
      (text) =>
        addressProblem(text, { port: isStream ? 'required' : 'optional' }) &&
        `an address (${addressProblem(text, { port: isStream ? 'required' : 'optional' }) ?? ''})`,
    ),
    parameters(
      {
        'weight=': number(1),
        'max_conns=': number(),
        'max_fails=': number(),
        'fail_timeout=': seconds,
        // Of the commercial edition, which no table of versions tells.
        'slow_start=': seconds,
        backup: 'bare',
        down: 'bare',
        ...(from('1.27.3') ? { resolve: 'bare', 'service=': nonEmpty } : {}),
        ...(from('1.29.6') && !isStream ? { 'route=': nonEmpty, drain: 'bare' } : {}),
      },
      { start: 1 },
    ),
  );
}
