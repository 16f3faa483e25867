import { ifOperators, locationModifiers } from '../../data/nginx-words.extra.ts';
import { codeSpan, paragraphs } from '../markdown.ts';
import type { ValueReader } from './value-reader.ts';
import { lookUp } from '../../text/look-up.ts';

/** The conditions of `location` and `if`, the forms of `server_name`, the flags of files in `try_files`. */
export const locationHover: ValueReader = (_view, { node, word, index }) => {
  const { name, args } = node.statement;
  switch (name.value) {
    case 'location':
      return locationPart(
        args.map(({ value }) => value),
        index,
      );
    case 'if':
      return ifOperator(word.value);
    case 'server_name':
      return serverNameForm(word.value);
    case 'rewrite':
      return index === 1 ? replacement(word.value) : undefined;
    case 'try_files':
      return tryFile(word.value, index === args.length - 1);
    default:
      return undefined;
  }
};

function locationPart(args: readonly string[], index: number): string | undefined {
  const [first = '', second] = args;
  const glued = /^(=|~\*|~|\^~|@)(.+)$/s.exec(first);
  const modifier = second !== undefined ? first : (glued?.[1] ?? '');
  const text = lookUp(locationModifiers, modifier);
  if (text === undefined || index > 1) return undefined;
  const path = second ?? (modifier === '@' ? first : (glued?.[2] ?? first));
  if (second !== undefined && index === 0) return `${codeSpan(modifier)} ${text}`;
  const warning =
    !modifier.includes('~') || modifier === '^~'
      ? path.startsWith('/') || path.startsWith('@')
        ? undefined
        : 'A URI begins with `/`, so this **never matches**.'
      : undefined;
  return paragraphs(`${codeSpan(path)} ${text}`, warning);
}

function ifOperator(value: string): string | undefined {
  const operator = value.replace(/^\(/, '');
  const text = lookUp(ifOperators, operator);
  return text && `${codeSpan(operator)} ${text}`;
}

function serverNameForm(value: string): string {
  const shown = codeSpan(value);
  if (value.startsWith('~'))
    return `${shown} Regular expression: tried last, in the order of the files. Named groups become variables.`;
  if (value === '') return `${shown} Requests without a Host header.`;
  if (value === '_')
    return `${shown} An ordinary name that no request has: no catch-all. That is \`default_server\` of \`listen\`.`;
  if (value.startsWith('*.'))
    return `${shown} Every name that ends in ${codeSpan(value.slice(1))}.`;
  if (value.startsWith('.'))
    return `${shown} The name ${codeSpan(value.slice(1))} itself and every one that ends in ${codeSpan(value)}.`;
  if (value.endsWith('.*'))
    return `${shown} Every name that begins with ${codeSpan(value.slice(0, -1))}.`;
  if (value.includes('*'))
    return `${shown} A \`*\` counts only as the first or the last label: here it is a plain character, which no name has.`;
  if (value === '$hostname') return `${shown} The name of the machine.`;
  if (/[:/]/.test(value))
    return `${shown} A name has no port, no scheme and no path: this never fits.`;
  return `${shown} Exact name. It wins over wildcards and regular expressions.`;
}

function replacement(value: string): string | undefined {
  if (/^(?:https?:\/\/|\$scheme)/.test(value))
    return 'An address with a scheme: the client is redirected at once (302, or 301 with `permanent`).';
  return value.endsWith('?')
    ? 'The `?` at the end keeps the query of the request from being appended.'
    : undefined;
}

function tryFile(value: string, last: boolean): string | undefined {
  if (last && !/^[=@]/.test(value))
    return `${codeSpan(value)} The last argument is not tested: the request goes on with this URI.`;
  return !last && value.endsWith('/')
    ? `${codeSpan(value)} With the \`/\` at its end: a folder.`
    : undefined;
}
