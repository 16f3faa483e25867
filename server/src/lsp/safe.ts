import type { CancellationToken, ResponseError } from 'vscode-languageserver';

/** Runs a request's handler; a bug in it is logged and answered with nothing, so that the editor goes on. */
export function safely<Params, Result>(
  name: string,
  log: (message: string) => void,
  fallback: Result,
  handle: (
    params: Params,
    token: CancellationToken,
  ) => Result | ResponseError | Promise<Result | ResponseError>,
): (params: Params, token: CancellationToken) => Promise<Result | ResponseError> {
  return async (params, token) => {
    try {
      return await handle(params, token);
    } catch (error) {
      log(`${name}: ${describe(error)}`);
      return fallback;
    }
  };
}

/** Runs work that nobody waits for; a bug in it is logged. */
export function logged(
  name: string,
  log: (message: string) => void,
  work: () => void | Promise<void>,
): () => Promise<void> {
  return async () => {
    try {
      await work();
    } catch (error) {
      log(`${name}: ${describe(error)}`);
    }
  };
}

/** The same for work in steps. */
export function* loggedSteps(
  name: string,
  log: (message: string) => void,
  work: () => Iterable<undefined>,
): Generator<undefined, undefined> {
  try {
    yield* work();
  } catch (error) {
    log(`${name}: ${describe(error)}`);
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
