import { ruleOf } from '../language/language.ts';

/** The page that a diagnostic's code links to: the documentation of the real program that the rule rests on. */
export function rulePage(rule: string): string {
  return ruleOf(rule)?.docs.source ?? 'https://uwsgi-docs.readthedocs.io/';
}
