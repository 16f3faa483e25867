import type { LaunchStep } from '../../../../shared/launch-plan.ts';
import type { LogLine } from '../logs.ts';
import { readablePart } from '../readable-part.ts';
import { createMessageReader, type MessageReader, type ProgramMessage } from './message-reader.ts';

/** A message with how often it was told. */
export interface KeptMessage extends ProgramMessage {
  readonly count: number;
  /** Milliseconds since 1970, of the last time. */
  readonly time: number;
}

/**
 * What the programs of one stack complain about, as long as the cause is there. A message goes
 * - when its process is started anew: what is still wrong is told again;
 * - when the file that it points at is saved: the person has mended something there;
 * - when it is about failed requests, once a request is answered well again;
 * - when its process is taken out of the stack.
 * What made a start fail stays after the stack is down, until the next start or a change of the file.
 */
export interface MessageStore {
  readonly messages: readonly KeptMessage[];
  /**
   * Lines of any process, in their order. Gives the messages that are new. While the stack is `stopping`, that requests
   * fail is no news.
   */
  read(lines: readonly LogLine[], stopping: boolean): readonly KeptMessage[];
  /** The processes of the stack as they are planned now. */
  plan(steps: readonly LaunchStep[], root: string): void;
  saved(path: string): void;
}

/** More are not read by anybody. */
const limit = 200;

export function createMessageStore(changed: () => void): MessageStore {
  let kept = new Map<string, KeptMessage>();
  const readers = new Map<string, { readonly step: LaunchStep; readonly reader: MessageReader }>();

  const drop = (unwanted: (message: KeptMessage) => boolean): boolean => {
    const left = new Map([...kept].filter(([, message]) => !unwanted(message)));
    if (left.size === kept.size) return false;
    kept = left;
    return true;
  };
  return {
    get messages() {
      return [...kept.values()];
    },
    read: (lines, stopping) => {
      const fresh: KeptMessage[] = [];
      let touched = false;
      for (const { stepId, stream, text, time } of lines) {
        const known = readers.get(stepId);
        if (known === undefined) continue;
        if (stream === 'stack') {
          if (text.startsWith('starting ')) {
            touched = drop(({ step }) => step === stepId) || touched;
            readers.set(stepId, {
              ...known,
              reader: createMessageReader(known.step, rootOf(known)),
            });
          }
          continue;
        }
        if (isAnswer(text)) touched = drop(({ until }) => until === 'answered') || touched;
        for (const message of known.reader.read(text)) {
          if (stopping && message.until === 'answered') continue;
          const key = keyOf(message);
          const before = kept.get(key);
          const next = { ...message, count: (before?.count ?? 0) + 1, time };
          kept.set(key, next);
          if (before === undefined) fresh.push(next);
          touched = true;
        }
      }
      if (kept.size > limit) kept = new Map([...kept].slice(-limit));
      if (touched) changed();
      return fresh;
    },
    plan: (steps, root) => {
      for (const step of steps) {
        if (readers.get(step.id)?.step === step) continue;
        roots.set(step, root);
        readers.set(step.id, { step, reader: createMessageReader(step, root) });
      }
      const ids = new Set(steps.map(({ id }) => id));
      // A stack that is down keeps what made it fail.
      if (steps.length === 0) return;
      for (const id of readers.keys()) if (!ids.has(id)) readers.delete(id);
      if (drop(({ step }) => !ids.has(step))) changed();
    },
    saved: (path) => {
      const points = ({ place, frames }: KeptMessage) =>
        place.path === path || frames.some((frame) => frame.path === path);
      if (drop(points)) changed();
    },
  };
}

const roots = new WeakMap<LaunchStep, string>();

function rootOf({ step }: { readonly step: LaunchStep }): string {
  return roots.get(step) ?? '/';
}

/** A request that uWSGI has answered well, by its own log line. */
function isAnswer(text: string): boolean {
  return /=> generated \d+ bytes in \d+ (?:msecs|micros).*\(HTTP\/[\d.]+ [23]\d\d\)/.test(
    readablePart(text),
  );
}

function keyOf({ step, says, place }: ProgramMessage): string {
  // Requests differ in their numbers; the mistake is the same.
  return `${step}\0${place.path}:${place.line}\0${says.replaceAll(/\d+/g, '#')}`;
}
