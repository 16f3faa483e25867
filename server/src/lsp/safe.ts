/** Runs a request's handler; a bug in it is logged and answered with nothing, so that the editor goes on. */
export function safely<Params, Result>(
  name: string,
  log: (message: string) => void,
  fallback: Result,
  handle: (params: Params) => Result | Promise<Result>,
): (params: Params) => Promise<Result> {
  return async (params) => {
    try {
      return await handle(params);
    } catch (error) {
      log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return fallback;
    }
  };
}
