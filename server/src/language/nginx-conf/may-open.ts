import type { ConfNode } from './conf.ts';

/** Whether the block may be one of this context; in a fragment, `server { … }` may be one of http, stream or mail. */
export function mayOpen({ opens }: ConfNode, context: string): boolean {
  if (opens === undefined || opens === context) return opens === context;
  return opens.includes('|') && opens.split('|').includes(context);
}
