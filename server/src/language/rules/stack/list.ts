import { noDanglingPass } from './no-dangling-pass.ts';
import { noDanglingSubscription } from './no-dangling-subscription.ts';
import type { StackRule } from '../rule.ts';

export const stackRules: readonly StackRule[] = [noDanglingPass, noDanglingSubscription];
