import type { LaunchPlan } from '../../../../shared/launch-plan.ts';
import {
  createRequestReader,
  type LoggedRequest,
  type RequestReader,
} from '../../../../shared/request-lines.ts';
import type { LogLine } from '../logs.ts';

/** Reads each line in the forms that the process which printed it is configured for; undefined for other lines. */
export function createStepRequestReader(
  plan: () => LaunchPlan,
): (line: Pick<LogLine, 'stepId' | 'text'>) => LoggedRequest | undefined {
  const readers = new Map<string, RequestReader>();
  let known = plan();
  return ({ stepId, text }) => {
    if (known !== plan()) {
      known = plan();
      readers.clear();
    }
    let reader = readers.get(stepId);
    if (reader === undefined) {
      reader = createRequestReader(
        known.steps.find(({ id }) => id === stepId)?.requestFormats ?? [],
      );
      readers.set(stepId, reader);
    }
    return reader(text);
  };
}
