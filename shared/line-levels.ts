/** How grave a line is; undefined for all that is only told. */
export type LineLevel = 'error' | 'warning' | undefined;

export interface LevelReader {
  /** Lines of one process, in their order: a traceback is one error from its first line to its last. */
  next(line: string): LineLevel;
}

export function createLevelReader(): LevelReader {
  let traceback = false;
  return {
    next: (line) => {
      if (/^\s*Traceback \(most recent call last\)/.test(line)) {
        traceback = true;
        return 'error';
      }
      if (traceback) {
        // Frames are indented; the line of the exception itself ends it, unless another one follows from it.
        if (/^\s+\S/.test(line)) return 'error';
        if (/^(?:During handling of|The above exception was)/.test(line) || line.trim() === '') {
          return 'error';
        }
        traceback = false;
        return 'error';
      }
      return levelOf(line);
    },
  };
}

function levelOf(line: string): LineLevel {
  const nginx = /\[(emerg|alert|crit|error|warn)\] \d+#\d+:/.exec(line)?.[1];
  if (nginx !== undefined) return nginx === 'warn' ? 'warning' : 'error';
  if (harmless.test(line)) return undefined;
  const status = statusOf(line);
  if (status !== undefined) return status >= 500 ? 'error' : undefined;
  // The router says so of every worker that leaves.
  if (leaving.test(line)) return 'warning';
  if (errors.test(line)) return 'error';
  return warnings.test(line) ? 'warning' : undefined;
}

/** Of a line that tells of a request: uWSGI's own, and nginx's in its usual form. */
function statusOf(line: string): number | undefined {
  if (!line.includes('HTTP/')) return undefined;
  const text =
    /\(HTTP\/[\d.]+ (\d{3})\)/.exec(line)?.[1] ??
    /^\S+ \S+ .*\] ".*" (\d{3}) \d+ "/.exec(line)?.[1];
  return text === undefined ? undefined : Number(text);
}

const harmless = /running as root|running uWSGI as root|errors are ignored/i;
const errors =
  /!!!|\b(?:error|exception|fatal|HARAKIRI|SEGFAULT|DAMN|unable to|can't|cannot|failed|denied|refused)\b|GAME OVER|no python application found/i;
const leaving = /=> marking \S+ as failed/;
const warnings = /\b(?:warn(?:ing)?|deprecated|no more nodes available|SIGPIPE)\b/i;
