import { charactersOf, maxLogCharacters, newestLines } from '../../../shared/newest-lines.ts';
import { createLogFiles, defaultLogFileLimits, type LogFileLimits } from './log-files.ts';

export interface LogLine {
  /** Grows by one with each line, over all steps. */
  readonly sequence: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly stepId: string;
  /** `stack` lines are ours: markers and reasons. */
  readonly stream: 'stdout' | 'stderr' | 'stack';
  readonly text: string;
}

export type LogListener = (lines: readonly LogLine[]) => void;

export interface Logs {
  add(stepId: string, stream: LogLine['stream'], text: string): void;
  /** The newest lines of a step, oldest first; those with a greater sequence number than `after` only. */
  recent(stepId: string, after?: number): readonly LogLine[];
  /** Lines come in batches, so that a flood of them costs a listener one call. Returns how to stop listening. */
  onLines(listener: LogListener): () => void;
  /** Delivers what is waiting. */
  flush(): Promise<void>;
}

export interface LogOptions {
  readonly directory: string;
  /** Lines that are kept per step. */
  readonly maxLines?: number;
  readonly batchMs?: number;
  readonly files?: LogFileLimits;
  readonly now?: () => number;
}

/** One stream of lines that feeds everything: memory, listeners and files. */
export function createLogs(options: LogOptions): Logs {
  const maxLines = options.maxLines ?? 5000;
  const now = options.now ?? Date.now;
  const files = createLogFiles(options.directory, options.files ?? defaultLogFileLimits);
  const rings = new Map<string, { lines: LogLine[]; characters: number }>();
  const listeners = new Set<LogListener>();
  let batch: LogLine[] = [];
  let timer: NodeJS.Timeout | undefined;
  let sequence = 0;

  // Many lines come within one millisecond.
  let stamp = { time: NaN, text: '' };
  const stampOf = (time: number): string => {
    if (stamp.time !== time) stamp = { time, text: new Date(time).toISOString() };
    return stamp.text;
  };
  const deliver = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (batch.length === 0) return;
    const lines = batch;
    batch = [];
    for (const listener of listeners) listener(lines);
  };

  return {
    add: (stepId, stream, text) => {
      sequence += 1;
      const line: LogLine = { sequence, time: now(), stepId, stream, text };
      const ring = rings.get(stepId) ?? { lines: [], characters: 0 };
      rings.set(stepId, ring);
      ring.lines.push(line);
      ring.characters += text.length;
      // Cut in larger pieces: shifting an array by one for each line is slow.
      if (ring.lines.length > maxLines * 1.25 || ring.characters > maxLogCharacters * 1.25) {
        ring.lines = newestLines(ring.lines, maxLines);
        ring.characters = charactersOf(ring.lines);
      }
      files.write(stepId, `${stampOf(line.time)} ${text}\n`);
      batch.push(line);
      if (batch.length >= 1000) deliver();
      else timer ??= setTimeout(deliver, options.batchMs ?? 16);
    },
    recent: (stepId, after = 0) =>
      (rings.get(stepId)?.lines ?? []).slice(-maxLines).filter((line) => line.sequence > after),
    onLines: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush: async () => {
      deliver();
      await files.flushed();
    },
  };
}
