import type { ExplainedRequest } from '../../../shared/messages.ts';
import type { RequestTarget } from '../stack/figures/request-target.ts';
import type { Trace } from '../stack/figures/trace.ts';

/** What a caller may say in place of the person. */
export interface RequestWish {
  readonly url: string;
  readonly method: string;
  readonly body: string | undefined;
}

/** A request that was sent, with all that is known of its way. */
export interface SentRequest {
  readonly wish: RequestWish;
  readonly target: RequestTarget;
  readonly trace: Trace;
  /** What the files say that nginx does with it. */
  readonly explained: ExplainedRequest | undefined;
}
