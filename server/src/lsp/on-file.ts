import {
  type CancellationToken,
  LSPErrorCodes,
  ResponseError,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
import type { FileFeatures, Snapshot } from '../language/language.ts';
import type { Desk } from './desk.ts';
import { createPlaces, pathOfUri, type Places } from './places.ts';
import { safely } from './safe.ts';

/** What a handler sees of the file that it is asked about. */
export interface Asked {
  readonly path: string;
  readonly features: FileFeatures;
  readonly places: Places;
  readonly snapshot: Snapshot;
}

export interface FileParams {
  readonly textDocument: TextDocumentIdentifier;
}

type Handler<Params, Result> = (
  params: Params,
  token: CancellationToken,
) => Promise<Result | ResponseError>;

type Answer<Params, Result> = (asked: Asked, params: Params) => Result | ResponseError;

/**
 * A handler of requests about one file. It answers from the text as it stands when the request arrives: a list of
 * completions stays right while the person types on, since the editor itself narrows it.
 */
export function onFile<Params extends FileParams, Result>(
  desk: Desk,
  name: string,
  fallback: Result,
  answer: Answer<Params, Result>,
): Handler<Params, Result> {
  return safely(name, desk.log, fallback, (params, token) =>
    answerFully(desk, params, token, fallback, answer),
  );
}

/** A handler of requests whose answer may lie in any file: it waits until the workspace has been read. */
export function onWorkspace<Params extends FileParams, Result>(
  desk: Desk,
  name: string,
  fallback: Result,
  answer: Answer<Params, Result>,
): Handler<Params, Result> {
  return safely(name, desk.log, fallback, async (params, token) => {
    const text = () => desk.snapshot().files.get(pathOfUri(params.textDocument.uri))?.text;
    const before = text();
    await desk.settled();
    // A position in a text that is gone means nothing; the editor asks again by itself.
    if (before !== undefined && text() !== before)
      return new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed.');
    return answerFully(desk, params, token, fallback, answer);
  });
}

/** A chain of questions to the disk: a folder, a file in it, its text, what that names. */
const rounds = 5;
const patience = 500;

/** Answers again when the disk has told what the answer asked of it, as long as the text is the same. */
async function answerFully<Params extends FileParams, Result>(
  desk: Desk,
  params: Params,
  token: CancellationToken,
  fallback: Result,
  answer: Answer<Params, Result>,
): Promise<Result | ResponseError> {
  const first = ask(desk, params);
  if (first === undefined) return fallback;
  const { path } = first;
  const file = first.snapshot.files.get(path);
  const late = startTimer(patience);
  try {
    let asked: Asked | undefined = first;
    let result: Result | ResponseError = fallback;
    for (let round = 0; round < rounds && asked !== undefined; round++) {
      if (token.isCancellationRequested)
        return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
      if (asked.snapshot.files.get(path) !== file) break;
      const before = desk.disk.misses();
      result = answer(asked, params);
      if (desk.disk.misses() === before || late.over()) break;
      await Promise.race([desk.disk.answered(), late.promise]);
      asked = ask(desk, params);
    }
    return result;
  } finally {
    late.stop();
  }
}

function ask(desk: Desk, { textDocument }: FileParams): Asked | undefined {
  const path = pathOfUri(textDocument.uri);
  const snapshot = desk.snapshot();
  const features = desk.language.features(snapshot, path);
  return features && { path, features, snapshot, places: createPlaces(snapshot) };
}

function startTimer(milliseconds: number) {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  let over = false;
  const timer = setTimeout(() => {
    over = true;
    resolve(undefined);
  }, milliseconds);
  return {
    promise,
    over: () => over,
    stop: () => {
      clearTimeout(timer);
    },
  };
}
