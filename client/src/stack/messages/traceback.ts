import type { SourcePlace } from '../../../../shared/launch-plan.ts';
import { lineOf } from '../readable-part.ts';

export interface Traceback {
  /** The last line: `NameError: name 'x' is not defined`. */
  readonly says: string;
  /** As Python names the files, so that a path may be relative; the innermost frame last. */
  readonly frames: readonly SourcePlace[];
  /** Whether a module was being loaded, and no request was answered. */
  readonly importing: boolean;
}

export interface TracebackReader {
  /** A traceback, with its last line. */
  read(line: string): Traceback | undefined;
  /** Whether the line that was read last belongs to a traceback that goes on. */
  readonly inside: boolean;
}

/** Longer ones are cut by Python itself (`Previous line repeated 970 more times`). */
const longest = 4000;

/** Puts the lines of a Python traceback together. One that never ends is given up after a while. */
export function createTracebackReader(): TracebackReader {
  let frames: SourcePlace[] = [];
  let functions: string[] = [];
  let lines = 0;
  let inside = false;
  const begin = () => {
    [frames, functions, lines] = [[], [], 0];
  };
  const end = (says: string): Traceback | undefined => {
    inside = false;
    if (frames.length === 0) return undefined;
    const importing = functions.every(
      (name) => name === '<module>' || name.startsWith('<frozen') || name === '',
    );
    return { says, frames, importing };
  };
  return {
    get inside() {
      return inside;
    },
    read: (line) => {
      if (line.startsWith('Traceback (most recent call last):')) {
        // After "During handling of the above exception" another one follows: the last one counts.
        begin();
        inside = true;
        return undefined;
      }
      const frame = /^ {2}File "(\/[^"]+|[^"/<][^"]*)", line (\d+)(?:, in (.+))?$/.exec(line);
      if (frame !== null) {
        // A syntax error has no head line.
        if (!inside) begin();
        inside = true;
        const [, path = '', number, name = ''] = frame;
        frames.push({ path, line: lineOf(number) });
        functions.push(name);
      }
      if (!inside) return undefined;
      lines += 1;
      if (lines > longest) {
        inside = false;
        return undefined;
      }
      // Frames and their source are indented; so are carets and notes of an exception.
      if (/^\s/.test(line) || line === '') return undefined;
      return end(line);
    },
  };
}
