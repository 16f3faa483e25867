import type { RuleLevel } from '../../../../shared/settings.ts';
import type { Span } from '../text/span.ts';
import type { NginxView, StackView, UwsgiView } from './inputs.ts';

/** What a rule found: what is wrong, where else to look, and how to mend it. */
export interface Finding {
  readonly rule: string;
  readonly level: Exclude<RuleLevel, 'off'>;
  readonly path: string;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
  readonly tag: 'unnecessary' | 'deprecated' | undefined;
}

export interface RelatedPlace {
  readonly path: string;
  readonly span: Span;
  readonly message: string;
  /** The program's own message names the line of this place, not that of the mistake. */
  readonly noticed?: true;
}

export interface Fix {
  /** Imperative, as the light bulb shows it. */
  readonly title: string;
  readonly edits: readonly FileEdit[];
  /** At most one fix of a finding; `editor.action.autoFix` takes it. */
  readonly preferred?: boolean;
}

export interface FileEdit {
  readonly path: string;
  readonly span: Span;
  readonly newText: string;
}

export interface RuleDocs {
  /** One sentence: what the rule reports. */
  readonly what: string;
  /** What the real program does with the mistake. */
  readonly why: string;
  /** How to mend it. */
  readonly fix: string;
  /** https address of the program's own documentation or source. */
  readonly source: string;
}

interface RuleBase<Scope extends string, Input> {
  /** `uwsgi/…`, `nginx/…` or `stack/…`; stable over releases. */
  readonly id: string;
  readonly scope: Scope;
  readonly level: Exclude<RuleLevel, 'off'>;
  /** Advice that is a matter of taste: silent until a setting gives the rule a level. */
  readonly optional?: true;
  /**
   * `file`: what it says of a place depends on lines elsewhere in the file, for nginx on other `server` blocks. Such rules
   * wait until the person stops typing; see `nearFindings`, which finds out by itself who asks for other files.
   */
  readonly reach?: 'file';
  readonly docs: RuleDocs;
  readonly check: (input: Input, report: Report) => void;
}

export type UwsgiRule = RuleBase<'uwsgi', UwsgiView>;
export type NginxRule = RuleBase<'nginx', NginxView>;
export type StackRule = RuleBase<'stack', StackView>;
export type Rule = UwsgiRule | NginxRule | StackRule;

/** `path` is needed in stack rules only: a rule of one file reports into that file. `level` overrides the rule's own. */
export type Report = (finding: {
  readonly span: Span;
  readonly message: string;
  readonly path?: string;
  readonly level?: Exclude<RuleLevel, 'off'>;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
  readonly tag?: 'unnecessary' | 'deprecated';
}) => void;

/** Gives a rule object its exact type; the object itself is the rule. */
export function defineRule<R extends Rule>(rule: R): R {
  return rule;
}
