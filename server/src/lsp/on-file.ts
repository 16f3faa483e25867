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

/**
 * A handler of requests about one file. It answers from the text as it stands when the request arrives: a list of
 * completions stays right while the person types on, since the editor itself narrows it.
 */
export function onFile<Params extends FileParams, Result>(
  desk: Desk,
  name: string,
  fallback: Result,
  answer: (asked: Asked, params: Params) => Result | ResponseError,
): Handler<Params, Result> {
  return safely(name, desk.log, fallback, (params) => {
    const asked = ask(desk, params);
    return asked === undefined ? fallback : answer(asked, params);
  });
}

/** A handler of requests whose answer may lie in any file: it waits until the workspace has been read. */
export function onWorkspace<Params extends FileParams, Result>(
  desk: Desk,
  name: string,
  fallback: Result,
  answer: (asked: Asked, params: Params) => Result | ResponseError,
): Handler<Params, Result> {
  return safely(name, desk.log, fallback, async (params, token) => {
    const text = () => desk.snapshot().files.get(pathOfUri(params.textDocument.uri))?.text;
    const before = text();
    await desk.settled();
    if (token.isCancellationRequested)
      return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
    // A position in a text that is gone means nothing; the editor asks again by itself.
    if (before !== undefined && text() !== before)
      return new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed.');
    const asked = ask(desk, params);
    return asked === undefined ? fallback : answer(asked, params);
  });
}

function ask(desk: Desk, { textDocument }: FileParams): Asked | undefined {
  const path = pathOfUri(textDocument.uri);
  const snapshot = desk.snapshot();
  const features = desk.language.features(snapshot, path);
  return features && { path, features, snapshot, places: createPlaces(snapshot) };
}
