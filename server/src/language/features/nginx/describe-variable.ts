import { nginxVariableDescriptions } from '../../data/nginx-variable-descriptions.extra.ts';
import { pageOf } from '../../nginx-conf/manual-link.ts';
import {
  builtInVariable,
  isCapture,
  type NginxVariable,
  type VariableScope,
} from '../../nginx-conf/variables.ts';
import { existsIn } from '../../nginx-conf/version.ts';
import type { NginxView } from '../../rules/inputs.ts';
import { basename } from '../../text/path.ts';
import { bullets, codeSpan, escapeMarkdown, link, paragraphs } from '../markdown.ts';
import { declared, type PlacedDeclaration } from '../../stack/nginx-configuration.ts';
import { lineOf } from './line-of.ts';

/** What a variable of a file is; says so, too, when nobody defines it. */
export function describeVariable(
  view: NginxView,
  name: string,
  scope: VariableScope,
  target: string,
): string {
  if (isCapture(name))
    return `Group ${name} of the last regular expression that matched: of \`location\`, \`server_name\`, \`if\`, \`rewrite\` or \`map\`. Empty when there is no such group; nginx never checks it.`;
  const lower = name.toLowerCase();
  const own = declared(view, 'variable', scope).filter((one) => one.name.toLowerCase() === lower);
  const builtIn = builtInVariable(name, scope);
  if (own.length > 0)
    return paragraphs(
      `${codeSpan(`$${name}`)} is made in this configuration:`,
      bullets(own.slice(0, 8).map((one) => origin(view, one))),
      own.length > 8 ? `and in ${own.length - 8} more lines` : undefined,
      builtIn && `nginx has a variable of this name, too. ${variableWords(builtIn) ?? ''}`,
    );
  return builtIn === undefined
    ? `${codeSpan(`$${name}`)} is no variable of nginx, and no \`set\`, \`map\` or the like of these files makes it.`
    : describeBuiltIn(builtIn, target);
}

export function describeBuiltIn(variable: NginxVariable, target: string): string {
  const { module, family, firstRelease, since, settable, status } = variable;
  const facts = [
    family ? `A family: any name behind ${codeSpan(`$${variable.name}`)} exists` : undefined,
    `Module: ${codeSpan(module)}${status === 'commercial' ? ' of NGINX Plus (commercial)' : ''}`,
    status === 'core' && !existsIn(variable, target)
      ? `**Not in nginx ${target}: it came with ${firstRelease ?? ''}.**`
      : firstRelease && `Since nginx ${since ?? firstRelease}`,
    settable && !family ? '`set` may change it' : undefined,
  ];
  const page = status === 'core' && !variable.internal ? pageOf(module) : undefined;
  return paragraphs(
    variableWords(variable),
    bullets(facts.flatMap((fact) => (fact === undefined || fact === '' ? [] : [fact]))),
    page && link('Manual', `https://nginx.org/en/docs/${page}.html#variables`),
  );
}

export function variableWords({ name, family }: NginxVariable): string | undefined {
  return nginxVariableDescriptions[family ? `${name}*` : name];
}

/** The statement that makes it, with its place. */
function origin(view: NginxView, { node, file }: PlacedDeclaration): string {
  const { name, args } = node.statement;
  const raw = (word: { span: { start: number; end: number } }) =>
    file.text.slice(word.span.start, word.span.end);
  const text = [name, ...args.slice(0, 4)].map(raw).join(' ');
  const place = file.path === view.path ? '' : ` of ${escapeMarkdown(basename(file.path))}`;
  return `${codeSpan(text)}, line ${lineOf(file.text, node.statement.span.start)}${place}`;
}
