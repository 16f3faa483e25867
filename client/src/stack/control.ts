import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createLineSplitter } from './line-splitter.ts';
import type { LogLine } from './logs.ts';
import type { Session } from './session.ts';
import {
  bareProblem,
  reportProblem,
  reportStack,
  type ProblemReport,
  type StackReport,
} from './status.ts';
import type { StackOutcome } from './supervisor.ts';

/**
 * What another process may ask of a running stack, over a unix socket in its run folder, which is closed to other users.
 * One JSON value a line: one request, then answers until the connection closes.
 */
export type ControlRequest =
  | { readonly command: 'status' }
  | { readonly command: 'stop' }
  /** All workers one by one, without a step. */
  | { readonly command: 'restart'; readonly step?: string | undefined }
  | { readonly command: 'scale'; readonly template: string; readonly count: number }
  /** Lines until now, of one step or of all, and with `follow` those to come. */
  | {
      readonly command: 'logs';
      readonly step?: string | undefined;
      readonly lines?: number | undefined;
      readonly follow?: boolean | undefined;
    };

export type ControlAnswer =
  | { readonly kind: 'status'; readonly report: StackReport }
  | { readonly kind: 'done'; readonly report: StackReport }
  | { readonly kind: 'failed'; readonly problem: ProblemReport }
  | { readonly kind: 'lines'; readonly lines: readonly LogLine[] };

export function controlSocket(runDirectory: string): string {
  return join(runDirectory, 'control.sock');
}

/** Answers as long as the stack is up. A stack that can't be asked from outside runs all the same. */
export function serveControl(session: Session): void {
  let server: Server | undefined;
  session.supervisor.onState((state) => {
    if (state.run !== 'up') {
      server?.close();
      server = undefined;
      return;
    }
    if (server !== undefined || state.plan === undefined) return;
    server = createServer({ allowHalfOpen: true }, (socket) => {
      socket.on('error', () => undefined);
      serveOne(session, socket);
    });
    server.on('error', () => undefined);
    server.listen(controlSocket(state.plan.runDirectory));
    // A question that may come is no reason to keep a process alive.
    server.unref();
  });
}

function serveOne(session: Session, socket: Socket): void {
  const answer = (value: ControlAnswer): void => {
    if (socket.writable) socket.write(`${JSON.stringify(value)}\n`);
  };
  const { push } = createLineSplitter((line) => {
    const request = parseRequest(line);
    if (request === undefined) {
      answer({ kind: 'failed', problem: bareProblem('This is no request that is known.') });
      socket.end();
      return;
    }
    void carryOut(session, request, answer, socket);
  });
  socket.on('data', push);
}

async function carryOut(
  session: Session,
  request: ControlRequest,
  answer: (value: ControlAnswer) => void,
  socket: Socket,
): Promise<void> {
  const { supervisor } = session;
  const before = reportStack(supervisor.state);
  const finish = (outcome: StackOutcome): void => {
    const report = reportStack(supervisor.state) ?? before;
    if (outcome.kind === 'failed') {
      answer({ kind: 'failed', problem: reportProblem(outcome.reason) ?? bareProblem('') });
    } else if (report !== undefined) answer({ kind: 'done', report });
    socket.end();
  };
  switch (request.command) {
    case 'status':
      if (before !== undefined) answer({ kind: 'status', report: before });
      socket.end();
      return;
    case 'stop':
      await session.stop();
      finish({ kind: 'stopped' });
      return;
    case 'restart': {
      const { step } = request;
      finish(await (step === undefined ? session.restartWorkers() : session.restartStep(step)));
      return;
    }
    case 'scale':
      finish(await session.scale(request.template, request.count));
      return;
    case 'logs': {
      const { step, lines = 200, follow = false } = request;
      const known = supervisor.state.steps.map((each) => each.step.id);
      const wanted = (id: string) => step === undefined || step === id;
      const past = known
        .filter(wanted)
        .flatMap((id) => supervisor.recentLines(id))
        .sort((one, other) => one.sequence - other.sequence);
      answer({ kind: 'lines', lines: lines === 0 ? [] : past.slice(-lines) });
      if (!follow) {
        socket.end();
        return;
      }
      const off = supervisor.onLines((all) => {
        const own = all.filter(({ stepId }) => wanted(stepId));
        if (own.length > 0) answer({ kind: 'lines', lines: own });
      });
      const over = supervisor.onState(({ run }) => {
        if (run === 'none') socket.end();
      });
      socket.on('close', () => {
        off();
        over();
      });
      // Whoever has read enough closes its half.
      socket.on('end', () => socket.end());
    }
  }
}

/** Anything may be written to a socket: what is not a request of ours is refused. */
export function parseRequest(line: string): ControlRequest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { command, step, template, count, lines, follow } = value as Record<string, unknown>;
  const stepId = typeof step === 'string' ? step : undefined;
  switch (command) {
    case 'status':
    case 'stop':
      return { command };
    case 'restart':
      return { command, step: stepId };
    case 'scale':
      return typeof template === 'string' && isCount(count)
        ? { command, template, count }
        : undefined;
    case 'logs':
      return {
        ...{ command, step: stepId, follow: follow === true },
        lines: typeof lines === 'number' && lines >= 0 ? Math.floor(lines) : undefined,
      };
    default:
      return undefined;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100;
}

/** Asks and hands on each answer, to the last. False when nobody answers there. */
export async function askControl(
  runDirectory: string,
  request: ControlRequest,
  onAnswer: (answer: ControlAnswer) => void,
  signal?: AbortSignal,
): Promise<boolean> {
  return await new Promise((done) => {
    let heard = false;
    let broken = false;
    const socket = createConnection({ path: controlSocket(runDirectory) });
    const { push, end } = createLineSplitter((line) => {
      const answer = broken ? undefined : parseAnswer(line);
      if (answer === undefined) {
        broken = true;
        socket.destroy();
        return;
      }
      heard = true;
      onAnswer(answer);
    }, maxAnswer);
    socket.on('connect', () => socket.write(`${JSON.stringify(request)}\n`));
    socket.on('data', push);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      end();
      done(heard);
    });
    signal?.addEventListener('abort', () => socket.destroy());
  });
}

/** undefined for what is cut off, because the other side has ended in the middle of it or it is too long. */
function parseAnswer(line: string): ControlAnswer | undefined {
  try {
    return JSON.parse(line) as ControlAnswer;
  } catch {
    return undefined;
  }
}

const maxAnswer = 16 * 1024 * 1024;
