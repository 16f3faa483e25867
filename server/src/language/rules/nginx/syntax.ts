import type { ConfNode } from '../../nginx-conf/conf.ts';
import { hasTemplateBlocks } from '../../nginx-conf/template.ts';
import { endOfBlank, endOfComment, scanWord } from '../../nginx/lex.ts';
import type { NginxSyntaxError, StatementEnd } from '../../nginx/tree.ts';
import { span, type Span } from '../../text/span.ts';
import { noticedBy } from './noticed-at.ts';
import { defineRule, type Fix, type NginxRule, type RelatedPlace } from '../rule.ts';

export const syntax: NginxRule = defineRule({
  id: 'nginx/syntax',
  scope: 'nginx',
  level: 'error',
  docs: {
    what: 'Reports text that nginx cannot split into directives: missing `;`, unbalanced braces and quotes, stray characters.',
    why: 'nginx stops at the first such place and starts or reloads nothing. The line that it names is where it noticed, often far below the mistake.',
    fix: 'Insert what is missing or remove what is too much, at the place that is marked.',
    source: 'https://nginx.org/en/docs/beginners_guide.html#conf_structure',
  },
  check({ path, text, tree, conf }, report) {
    // Braces under a template's condition need not balance; what the engine makes of them can't be known here.
    if (hasTemplateBlocks(text)) return;
    for (const error of tree.errors) {
      const fixes = fixesOf(path, text, error);
      const place =
        error.code === 'missing-semicolon' ? untilNoticed(text, error.span) : error.span;
      const noticed = noticedElsewhere(path, text, place, error);
      report({ span: place, message: error.message, fixes, related: noticed });
    }
    const seen = new Set(tree.errors.map(({ insertSemicolonAt }) => insertSemicolonAt));
    const withEnd = (end: StatementEnd['kind']) => conf.kinds.filter((kind) => kind.end === end);
    for (const { nodes } of withEnd('missing').filter(({ templated }) => !templated))
      for (const { statement } of nodes) {
        if (seen.has(statement.span.end)) continue;
        const last = statement.args.at(-1) ?? statement.name;
        const fix = insertion('Insert `;`', path, last.span.end, ';');
        report({
          span: untilNoticed(text, last.span),
          message: 'missing `;`',
          fixes: [fix],
          related: nextNoticed(path, text, last.span.end),
        });
      }
    for (const { nodes } of withEnd('block').filter(({ contexts }) => contexts.length === 0))
      for (const node of nodes) {
        const { end } = node.statement;
        if (end.kind !== 'block' || !isInData(node)) continue;
        report({
          span: span(end.open, end.open + 1),
          message: `no block may stand in the body of "${node.parent?.statement.name.value ?? ''}"`,
        });
      }
  },
});

/**
 * nginx notices a missing `;` at the next word or brace, and names that line: where nothing but blanks lies between, the
 * mark reaches up to it.
 */
function untilNoticed(text: string, { start, end }: Span): Span {
  const next = endOfBlank(text, end);
  if (!text.slice(end, next).includes('\n')) return span(start, end);
  if (next === text.length) return span(start, next);
  if (text[next] === '}') return span(start, next + 1);
  return /["'#;{]/.test(text.charAt(next))
    ? span(start, end)
    : span(start, scanWord(text, next).end);
}

/** The next word or brace, where it stands on a line of its own. */
function nextNoticed(path: string, text: string, end: number): readonly RelatedPlace[] {
  let at = endOfBlank(text, end);
  while (text[at] === '#') at = endOfBlank(text, endOfComment(text, at));
  if (!text.slice(end, at).includes('\n')) return [];
  return [noticedBy(path, span(at, at))];
}

/** The line that nginx names, where it is far from the mistake. */
function noticedElsewhere(
  path: string,
  text: string,
  place: Span,
  { reportedAt }: NginxSyntaxError,
): readonly RelatedPlace[] {
  const at = Math.min(reportedAt, text.length);
  if (!text.slice(place.start, at).includes('\n')) return [];
  return [noticedBy(path, span(at, at))];
}

/** Bodies that nginx reads with a parser of their own, which knows no blocks. */
function isInData({ parent }: ConfNode): boolean {
  return (
    parent?.opens !== undefined &&
    /^raw:(?:mime-map|map|geo|split-clients|charset-map)$/.test(parent.opens)
  );
}

function fixesOf(path: string, text: string, error: NginxSyntaxError): readonly Fix[] {
  const { code, span: place, insertSemicolonAt } = error;
  if (insertSemicolonAt !== undefined)
    return [insertion('Insert `;`', path, insertSemicolonAt, ';')];
  switch (code) {
    case 'stray-semicolon':
    case 'stray-close':
      return [
        {
          title: `Remove \`${text.slice(place.start, place.end)}\``,
          edits: [{ path, span: place, newText: '' }],
          preferred: true,
        },
      ];
    case 'missing-close':
      // nginx accepts the brace anywhere below; at the end of the file it at least closes everything.
      return [insertion('Insert `}` at the end of the file', path, text.length, closing(text))];
    case 'unquoted-brace':
      return [quoted(path, text, place)];
    case 'unclosed-quote': {
      const quote = text.slice(place.start, place.start + 1);
      return [insertion(`Insert \`${quote}\``, path, place.end, quote)];
    }
    default:
      return [];
  }
}

/** Quotes inside would end the new ones; backslashes mean the same with quotes and without. */
function quoted(path: string, text: string, place: Span): Fix {
  const word = text.slice(place.start, place.end);
  const newText = `"${word.replace(/(?<!\\)"/g, '\\"')}"`;
  return { title: 'Put it in quotes', edits: [{ path, span: place, newText }], preferred: true };
}

function closing(text: string): string {
  return text === '' || text.endsWith('\n') ? '}\n' : '\n}\n';
}

function insertion(title: string, path: string, at: number, newText: string): Fix {
  return { title, edits: [{ path, span: span(at, at), newText }], preferred: true };
}
