import type { SourcePlace } from '../../../shared/launch-plan.ts';

/**
 * As much of a line as a message of the programs takes. What is longer may have been made by a visitor of the page, so
 * that a pattern takes seconds over it.
 */
export function readablePart(line: string): string {
  return line.slice(0, 4096);
}

/** A line as a program counts it, from 1, as editors do, from 0; also of a number that no file has. */
export function lineOf(number: string | undefined): SourcePlace['line'] {
  return Math.min(Math.max(1, Number(number ?? 1)), maxLine) - 1;
}

const maxLine = 2 ** 31 - 1;
