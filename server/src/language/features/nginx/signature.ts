import { wordsOf } from '../../data/nginx-words.extra.ts';
import { allowedIn } from '../../nginx-conf/candidates.ts';
import { directivesNamed, type NginxDirective } from '../../nginx-conf/directives.ts';
import type { NginxView } from '../../rules/inputs.ts';
import { lookUp } from '../../text/look-up.ts';
import type { Signature } from '../feature.ts';
import { meantEntry, ownWords, syntaxOf } from './describe-directive.ts';
import { placeAt } from './place.ts';
import {
  activeParameter,
  fitness,
  type FormParameter,
  readForm,
  type SignatureForm,
} from './signature-form.ts';
import { topContextsOf } from './top-contexts.ts';

/** The arguments of the directive that is being written, with the one at the cursor. */
export function nginxSignature(view: NginxView, offset: number): Signature | undefined {
  const place = placeAt(view, offset, topContextsOf(view));
  const [name, ...args] = place?.before ?? [];
  if (place === undefined || name === undefined) return undefined;
  const typed = place.word?.value ?? '';
  const words = [...args.map(({ value }) => value), typed];
  if (place.raw !== undefined) return rawSignature(place.raw, [name.value, ...words]);
  const all = directivesNamed(name.value);
  const allowed = all.filter((entry) => place.contexts.some((one) => allowedIn(entry, one)));
  const entry = meantEntry(allowed.length > 0 ? allowed : all, place.contexts);
  if (entry === undefined) return undefined;
  const form = bestForm(formsOf(entry), words);
  if (form === undefined || form.parameters.length === 0) return undefined;
  const markdown = ownWords(entry);
  const active = entry.name === 'if' ? 0 : activeParameter(form, words);
  return {
    label: form.text,
    ...(markdown !== undefined && { markdown }),
    parameters: form.parameters.map((parameter) => withWords(entry.name, parameter)),
    active,
  };
}

/** With the name and the end of the statement; an unspecific `<parameters>` is spelled out. */
function formsOf(entry: NginxDirective): readonly SignatureForm[] {
  return syntaxOf(entry).map((text) => {
    const known = Object.keys(wordsOf(entry.name))
      .map((word) => `[${/[=:]$/.test(word) ? `${word}<value>` : word}]`)
      .join(' ');
    const inner = numbered(
      text
        .slice(entry.name.length)
        .replace(/(?:;| \{ … \})$/, '')
        .replace('[<parameters>]', known),
    );
    const end = entry.block ? ' { … }' : ';';
    return { ...readForm(inner.trim()), text: `${entry.name} ${inner.trim()}${end}` };
  });
}

/** A label is looked for in the form, so that two must not be alike. */
function numbered(form: string): string {
  if (form.indexOf('<value>') === form.lastIndexOf('<value>') || form.includes('=<value>'))
    return form;
  let count = 0;
  return form.replaceAll('<value>', () => `<value${++count}>`);
}

function bestForm(
  forms: readonly SignatureForm[],
  words: readonly string[],
): SignatureForm | undefined {
  const rated = forms.map((form) => ({ form, rate: fitness(form, words) }));
  const best = Math.max(...rated.map(({ rate }) => rate));
  return rated.find(({ rate }) => rate === best)?.form;
}

function withWords(directive: string, { label, words }: FormParameter) {
  const known = wordsOf(directive);
  const texts = words.flatMap((word) => {
    const text = lookUp(known, word);
    return text === undefined ? [] : [words.length > 1 ? `\`${word}\`: ${text}` : text];
  });
  const text = texts.length > 0 ? texts.join('\n\n') : kindOfValue(label);
  return text === undefined ? { label } : { label, markdown: text };
}

/** What the placeholder in a parameter stands for. */
function kindOfValue(label: string): string | undefined {
  const name = /<\$?([\w-]+)>/.exec(label)?.[1];
  return name === undefined ? undefined : lookUp(placeholders, name);
}

const placeholders: Readonly<Record<string, string>> = {
  size: 'Bytes, or with a unit: `8k`, `10m`.',
  time: 'Seconds, or with units: `500ms`, `30s`, `1h30m`.',
  code: 'A status code such as `404`.',
  address: 'A host with or without port, or `unix:` and the path of a socket.',
  port: 'A port, 1 to 65535.',
  regex: 'A regular expression (PCRE); quote it when it holds `{`, `}` or `;`.',
  variable: 'A variable with its `$`.',
  condition: 'A variable, a comparison with `=`, `!=`, `~` or `~*`, or a test such as `-f`.',
  uri: 'A path that begins with `/`, or a named location `@name`.',
  mask: 'A pattern with `*`, `?` or `[…]`.',
  string: 'Text; variables in it are replaced.',
  key: 'Text with variables.',
};

/** Lines of bodies that hold data. */
function rawSignature(raw: string, words: readonly string[]): Signature | undefined {
  const text = lookUp(rawForms, raw);
  if (text === undefined) return undefined;
  const form = readForm(text);
  return {
    label: `${text};`,
    parameters: form.parameters.map(({ label }) => ({ label })),
    active: activeParameter(form, words),
  };
}

const rawForms: Readonly<Record<string, string>> = {
  'raw:map': '<key> <value>',
  'raw:geo': '<network> <value>',
  'raw:split-clients': '<share> <value>',
  'raw:mime-map': '<type> <extension> ...',
  'raw:charset-map': '<byte> <byte in the other charset>',
};
