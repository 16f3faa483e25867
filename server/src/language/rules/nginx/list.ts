import type { NginxRule } from '../rule.ts';
import { acceptedMistakes } from './accepted-list.ts';
import { dataBlock } from './data-block.ts';
import { directiveArity } from './directive-arity.ts';
import { directiveValue } from './directive-value.ts';
import { directiveContext } from './directive-context.ts';
import { duplicateDirective } from './duplicate-directive.ts';
import { ifCondition } from './if-condition.ts';
import { include } from './include.ts';
import { deprecatedDirective } from './deprecated-directive.ts';
import { meaninglessValue } from './meaningless-value.ts';
import { serverNameConflict } from './server-name-conflict.ts';
import { location } from './location.ts';
import { noUnknownDirective } from './no-unknown-directive.ts';
import { bufferSizes } from './buffer-sizes.ts';
import { moduleNotLoaded } from './module-not-loaded.ts';
import { noEvents } from './no-events.ts';
import { proxyPass } from './proxy-pass.ts';
import { sslCertificate } from './ssl-certificate.ts';
import { duplicateName } from './duplicate-name.ts';
import { listenConflict } from './listen-conflict.ts';
import { noUnknownName } from './no-unknown-name.ts';
import { upstream } from './upstream.ts';
import { noUnknownVariable } from './no-unknown-variable.ts';
import { regex } from './regex.ts';
import { variableDefinition } from './variable-definition.ts';
import { variableSyntax } from './variable-syntax.ts';
import { syntax } from './syntax.ts';

export const nginxRules: readonly NginxRule[] = [
  syntax,
  noUnknownDirective,
  directiveContext,
  directiveArity,
  directiveValue,
  duplicateDirective,
  location,
  ifCondition,
  dataBlock,
  regex,
  variableSyntax,
  variableDefinition,
  noUnknownVariable,
  noUnknownName,
  duplicateName,
  upstream,
  listenConflict,
  ...acceptedMistakes,
  proxyPass,
  bufferSizes,
  sslCertificate,
  moduleNotLoaded,
  include,
  serverNameConflict,
  deprecatedDirective,
  meaninglessValue,
  noEvents,
];
