import { resolve } from 'node:path';
import type { LaunchStep, SourcePlace } from '../../../../shared/launch-plan.ts';
import { lineOf, readablePart } from '../readable-part.ts';
import { fillIn, findRow, type MessageRow } from './message-row.ts';
import { nginxMessages } from './nginx-messages.ts';
import { createTracebackReader, type Traceback } from './traceback.ts';
import { uwsgiMessages } from './uwsgi-messages.ts';

/** A mistake that a running program has told, at the line where it is mended. */
export interface ProgramMessage {
  readonly step: string;
  readonly program: 'nginx' | 'uWSGI';
  readonly level: 'error' | 'warning';
  /** The program's own words, without date and pid. */
  readonly says: string;
  /** What it means, and what to do about it; undefined where the words of the program say all. */
  readonly means: string | undefined;
  readonly remedy: string | undefined;
  readonly place: SourcePlace;
  /** Frames of a traceback, the innermost last. */
  readonly frames: readonly SourcePlace[];
  /** What makes it go, besides a new start of the process and a change of the file. */
  readonly until: 'answered' | undefined;
  /** The name that was asked for, of a request that failed. */
  readonly host: string | undefined;
}

export interface MessageReader {
  /** Each line in its order; a message is given with its last line. */
  read(line: string): readonly ProgramMessage[];
}

/** Reads the lines of one process. `root` is the person's folder: frames of a traceback in it are preferred. */
export function createMessageReader(step: LaunchStep, root: string): MessageReader {
  if (step.roles[0] === 'nginx') return { read: (line) => readNginx(step, line) };
  const tracebacks = createTracebackReader();
  return {
    read: (raw) => {
      const line = raw.replace(logDate, '');
      const traceback = tracebacks.read(line);
      if (traceback !== undefined) return [ofTraceback(step, root, traceback)];
      if (tracebacks.inside) return [];
      const found = findRow(uwsgiMessages, line);
      return found === undefined ? [] : [message(step, 'uWSGI', line, found)];
    },
  };
}

/** What `log-date` puts in front of uWSGI's own lines. */
const logDate = /^(?:\w{3} \w{3} +\d+ [\d:]{8} \d{4}|\d{4}-\d\d-\d\d [\d:]{8}) - /;

type Found = NonNullable<ReturnType<typeof findRow>>;

function message(
  step: LaunchStep,
  program: ProgramMessage['program'],
  line: string,
  { row, groups }: Found,
  named: ReadonlyMap<string, string> = new Map(),
): ProgramMessage {
  const fill = (text: string) =>
    fillIn(text, groups).replaceAll(
      /\$([a-z]+)/g,
      (whole, name: string) => named.get(name) ?? whole,
    );
  const says = row.part === true ? (groups[0] ?? line) : line;
  return {
    ...{ step: step.id, program, level: row.level, says, frames: [], until: row.until },
    means: row.means === '' ? undefined : fill(row.means),
    remedy: row.remedy === '' ? undefined : fill(row.remedy),
    host: named.get('host'),
    place: placeOf(step, row, fill) ?? step.source,
  };
}

function placeOf(
  { places }: LaunchStep,
  { at = [] }: MessageRow,
  fill: (text: string) => string,
): SourcePlace | undefined {
  for (const name of at) {
    const known = fill(name);
    // Part of the name may be a visitor's: `constructor` is no place.
    if (Object.hasOwn(places, known)) return places[known];
  }
  return undefined;
}

/** `2026/11/26 12:00:00 [error] 7#7: *3 …, client: 127.0.0.1, server: app.localhost, …`, or `nginx: [emerg] …`. */
const nginxLine =
  /^(?:nginx: |\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d )\[(emerg|alert|crit|error|warn)\] (?:\d+#\d+: )?(?:\*\d+ )?(.*)$/;
const inFile = /^(.*) in (\/.+):(\d+)$/;

function readNginx(step: LaunchStep, line: string): readonly ProgramMessage[] {
  const [, level = '', text] = nginxLine.exec(readablePart(line)) ?? [];
  if (text === undefined) return [];
  const program = 'nginx' as const;
  const [, says, path, number] = inFile.exec(text) ?? [];
  if (says !== undefined && path !== undefined)
    return [
      {
        ...{ step: step.id, program, says, means: undefined, remedy: undefined, frames: [] },
        ...{ level: level === 'warn' ? 'warning' : 'error', until: undefined, host: undefined },
        place: { path, line: lineOf(number) },
      },
    ];
  const fields = fieldsOf(text);
  const plain = text.replace(/, client: .*$/, '');
  const found = findRow(nginxMessages, plain);
  if (found !== undefined) return [message(step, program, plain, found, fields)];
  // What no row knows is told in nginx's words alone; a warning of nginx without a line is mostly about the machine.
  return level === 'warn'
    ? []
    : [message(step, program, plain, { row: unknown, groups: [] }, fields)];
}

const unknown: MessageRow = {
  ...{ pattern: /^/, level: 'error', means: '', remedy: '' },
  at: ['$upstream', '$server'],
};

/** What nginx adds to a message about a request. */
function fieldsOf(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const upstream = /, upstream: "([^"]*)"/.exec(text)?.[1];
  if (upstream !== undefined) fields.set('upstream', upstreamName(upstream));
  const server = /, server: ([^,]*)/.exec(text)?.[1]?.trim();
  if (server !== undefined && server !== '') fields.set('server', `server ${server}`);
  const host = /, host: "([^"]*)"/.exec(text)?.[1];
  if (host !== undefined) fields.set('host', host);
  return fields;
}

/** `uwsgi://127.0.0.1:3030` → `127.0.0.1:3030`, `uwsgi://unix:/run/a.sock:` → `/run/a.sock`. */
function upstreamName(text: string): string {
  const rest = text.replace(/^\w+:\/\//, '');
  const unix = /^unix:([^:]+)/.exec(rest)?.[1];
  return unix ?? rest.replace(/\/.*$/, '');
}

function ofTraceback(step: LaunchStep, root: string, traceback: Traceback): ProgramMessage {
  const { says } = traceback;
  // An app that is named by a relative path is so in its traceback, too.
  const frames = traceback.frames.map(({ path, line }) => ({
    path: resolve(step.cwd, path),
    line,
  }));
  const own = frames.filter(({ path }) => path.startsWith(`${root}/`));
  const place = own.at(-1) ?? frames.at(-1) ?? step.source;
  const importing = traceback.importing;
  return {
    ...{ step: step.id, program: 'uWSGI', level: 'error', says, frames, host: undefined, place },
    means: importing
      ? 'Python cannot load the app: until that is mended, requests end as 500.'
      : 'The app has raised this while it answered a request: the client got a 500.',
    remedy: importing ? 'Mend it, and restart the worker.' : undefined,
    until: undefined,
  };
}
