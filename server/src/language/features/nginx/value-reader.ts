import type { NginxView } from '../../rules/inputs.ts';
import type { WordPlace } from './node-at.ts';

/** A reader of one kind of value: Markdown when it knows the word. */
export type ValueReader = (view: NginxView, place: WordPlace, offset: number) => string | undefined;
