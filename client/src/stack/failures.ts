import type { FailurePattern, LaunchStep, SourcePlace } from '../../../shared/launch-plan.ts';
import { readablePart } from './readable-part.ts';

/** Why something did not come up or did not stay up, for a person to read. */
export interface FailureReason {
  /** One or a few sentences: what happened. */
  readonly message: string;
  /** One sentence: what to do. */
  readonly remedy: string | undefined;
  /** Where to do it. */
  readonly source: SourcePlace | undefined;
  readonly stepId: string | undefined;
  /** nginx can take another port, for this run. */
  readonly offer?: PortOffer | undefined;
}

/** Of something that no line and no program is to blame for. */
export function bareReason(message: string, remedy?: string): FailureReason {
  return { message, remedy, source: undefined, stepId: undefined };
}

export interface PortOffer {
  readonly port: number;
  /** Free at the moment in which it was looked for. */
  readonly instead: number;
}

export interface FailureMatch {
  readonly cause: string;
  readonly remedy: string;
  readonly fatal: boolean;
  /** Pattern of an earlier line that says where. */
  readonly place: RegExp | undefined;
}

/** A pattern that is no regular expression is left out: a start must not fail over how failures are described. */
export function compileFailures(
  patterns: readonly FailurePattern[],
): (line: string) => FailureMatch | undefined {
  const compiled = patterns.flatMap((pattern) => {
    try {
      const place = pattern.place === undefined ? undefined : new RegExp(pattern.place, 'u');
      return [{ pattern, place, expression: new RegExp(pattern.pattern, 'u') }];
    } catch {
      return [];
    }
  });
  return (line) => {
    const text = readablePart(line);
    for (const { pattern, place, expression } of compiled) {
      const match = expression.exec(text);
      if (match === null) continue;
      return {
        cause: fillGroups(pattern.cause, match),
        remedy: fillGroups(pattern.remedy, match),
        fatal: pattern.fatal,
        place,
      };
    }
    return undefined;
  };
}

/** The reason from what the program has written: a known cause, or else its last lines that look like errors. */
export function explainFailure(
  step: LaunchStep,
  what: string,
  lines: readonly string[],
): FailureReason {
  const match = compileFailures(step.failures);
  // The first known line is the cause; what comes after it is mostly consequence.
  for (const [at, line] of lines.entries()) {
    const best = match(line);
    if (best === undefined) continue;
    const place = placeBefore(lines.slice(0, at), best.place);
    return reasonFor(
      step,
      place === undefined ? best.cause : `${place}: ${best.cause}`,
      best.remedy,
    );
  }
  const quoted = meaningfulLines(lines);
  const message = quoted.length === 0 ? what : `${what}\n${quoted.join('\n')}`;
  return reasonFor(step, message, undefined);
}

/** `app.py:14`, from the last line that tells it. */
function placeBefore(lines: readonly string[], place: RegExp | undefined): string | undefined {
  const found = place && lines.map((line) => place.exec(line)).findLast((match) => match !== null);
  if (found?.[1] === undefined) return undefined;
  return found[2] === undefined ? found[1] : `${found[1]}:${found[2]}`;
}

export function reasonFor(
  step: LaunchStep,
  message: string,
  remedy: string | undefined,
): FailureReason {
  return { message, remedy, source: step.source, stepId: step.id };
}

/** The program sees the shadow tree; a person knows the own files only. */
export function mapPaths(text: string, pathMap: LaunchStep['pathMap']): string {
  return [...pathMap]
    .sort((one, other) => other[0].length - one[0].length)
    .reduce(
      (mapped, [shadow, own]) => (shadow === '' ? mapped : mapped.replaceAll(shadow, own)),
      text,
    );
}

/** At most three lines: the last ones that look like errors, or else the last ones at all. */
export function meaningfulLines(lines: readonly string[], limit = 3): readonly string[] {
  const filled = lines.filter((line) => line.trim() !== '');
  const errors = filled.filter((line) => errorLine.test(line) && !harmlessLine.test(line));
  return (errors.length > 0 ? errors : filled).slice(-limit);
}

const errorLine =
  /\[(?:emerg|alert|crit|error)\]|error|fail|unable|can't|cannot|denied|refused|invalid|no such|not found|missing|unrecognized|unknown|in use|traceback|exception|fatal|!!!|game over/iu;
const harmlessLine =
  /uWSGI running as root|running uWSGI as root|running uWSGI without its master|errors are ignored|error_log/iu;

function fillGroups(text: string, match: RegExpExecArray): string {
  return text.replaceAll(/\$(\d)/gu, (_whole, digit: string) => match[Number(digit)] ?? '');
}
