import type { NginxRule } from '../rule.ts';
import { directiveArity } from './directive-arity.ts';
import { directiveValue } from './directive-value.ts';
import { directiveContext } from './directive-context.ts';
import { noUnknownDirective } from './no-unknown-directive.ts';
import { syntax } from './syntax.ts';

export const nginxRules: readonly NginxRule[] = [
  syntax,
  noUnknownDirective,
  directiveContext,
  directiveArity,
  directiveValue,
];
