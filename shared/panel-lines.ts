import type { LineLevel } from './line-levels.ts';

/** A line as the log panel has it. */
export interface LogLine {
  /** Grows by one per line over all processes: the order in which lines came. */
  readonly key: number;
  readonly process: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** May hold ANSI colour sequences; no line break. */
  readonly text: string;
  /** `note` is a remark of the extension's own, e.g. that the process has ended. */
  readonly stream: 'stdout' | 'stderr' | 'note';
  readonly level: LineLevel;
}

/** Where the lines begin that are known already. */
export interface OldestLines {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** How many lines of that very millisecond are known, by process: the last ones. */
  readonly known: Readonly<Record<string, number>>;
}

/**
 * Lines on their way to the page. VS Code looks at each value of a message that it hands over: one text costs a hundredth of
 * what an object for each line does.
 */
export interface PackedLines {
  readonly firstKey: number;
  /** Milliseconds since 1970, of the first line. */
  readonly firstTime: number;
  readonly processes: readonly string[];
  /** One line each: index of the process, milliseconds since `firstTime`, stream and level, and the text itself. */
  readonly text: string;
}

const streams = { stdout: 'o', stderr: 'e', note: 'n' } as const;
const levels = { error: 'e', warning: 'w', none: '-' } as const;

/** Of lines whose keys follow each other. */
export function packLines(lines: readonly LogLine[]): PackedLines {
  const processes = new Map<string, number>();
  const firstTime = lines[0]?.time ?? 0;
  const rows = lines.map(({ process, time, stream, level, text }) => {
    let index = processes.get(process);
    if (index === undefined) processes.set(process, (index = processes.size));
    const line = text.includes('\n') ? text.replaceAll('\n', ' ') : text;
    return `${index} ${time - firstTime} ${streams[stream]}${levels[level ?? 'none']} ${line}`;
  });
  return {
    ...{ firstKey: lines[0]?.key ?? 0, firstTime, processes: [...processes.keys()] },
    text: rows.join('\n'),
  };
}

export function unpackLines({ firstKey, firstTime, processes, text }: PackedLines): LogLine[] {
  if (processes.length === 0) return [];
  return text.split('\n').map((row, at): LogLine => {
    const afterProcess = row.indexOf(' ');
    const afterTime = row.indexOf(' ', afterProcess + 1);
    return {
      key: firstKey + at,
      process: processes[Number(row.slice(0, afterProcess))] ?? '',
      time: firstTime + Number(row.slice(afterProcess + 1, afterTime)),
      stream: streamOf(row[afterTime + 1]),
      level: levelOf(row[afterTime + 2]),
      text: row.slice(afterTime + 4),
    };
  });
}

function streamOf(letter: string | undefined): LogLine['stream'] {
  return letter === streams.note ? 'note' : letter === streams.stdout ? 'stdout' : 'stderr';
}

function levelOf(letter: string | undefined): LogLine['level'] {
  return letter === levels.error ? 'error' : letter === levels.warning ? 'warning' : undefined;
}
