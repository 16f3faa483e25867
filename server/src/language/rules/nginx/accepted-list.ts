import type { NginxRule } from '../rule.ts';
import { serverTokens } from './server-tokens.ts';

/** Rules on mistakes that nginx starts with: what it does with them is another thing than what was meant. */
export const acceptedMistakes: readonly NginxRule[] = [serverTokens];
