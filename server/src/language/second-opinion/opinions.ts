import { directivesNamed } from '../nginx-conf/directives.ts';
import type { ConfNode } from '../nginx-conf/conf.ts';
import { walkNodes } from '../nginx-conf/walk.ts';
import { includePatterns } from '../nginx-conf/includes.ts';
import type { NginxFile } from '../rules/inputs.ts';
import { matchingFiles } from '../stack/includes.ts';
import { indexLines, lineAt, type LineIndex } from '../text/line-index.ts';
import { dirname, resolvePath } from '../text/path.ts';
import { type Span, span } from '../text/span.ts';
import { createSubjectFinder, type SubjectFinder } from './find-subject.ts';
import type { NginxTestPlan } from './plan-nginx-test.ts';
import type { NginxMessage } from './read-nginx-output.ts';

/** What nginx itself has said of a file, at a place of it. */
export interface Opinion {
  readonly path: string;
  readonly span: Span;
  /** `information` for what depends on this machine: a certificate that is not here, a name that the DNS does not know. */
  readonly level: 'error' | 'warning' | 'information';
  /** In nginx's words, with the person's own paths and addresses. */
  readonly message: string;
  /** The line that nginx names, from 0; undefined when it names none, and the place was looked for. */
  readonly line: number | undefined;
  /** The words that nginx quotes. */
  readonly subjects: readonly string[];
}

export interface OpinionInput {
  readonly messages: readonly NginxMessage[];
  readonly plan: Pick<NginxTestPlan, 'pathMap' | 'addresses'>;
  /** Path of the configuration that was asked for: messages without a place of their own stand there. */
  readonly main: string;
  /** Files that a person sees; others are named in the message. */
  readonly files: ReadonlyMap<string, NginxFile>;
  /** A fragment alone lacks what the files around it define. */
  readonly fragment: boolean;
}

/** The messages of a test, each at its place in a person's own files. */
export function opinionsOf(input: OpinionInput): readonly Opinion[] {
  const finder = createSubjectFinder(input.files);
  return input.messages
    .slice(0, messageLimit)
    .flatMap((message) => opinionOf(message, input, finder));
}

/** A list of more helps nobody. */
const messageLimit = 100;

function opinionOf(
  { level, text, place }: NginxMessage,
  { plan, main, files, fragment }: OpinionInput,
  finder: SubjectFinder,
): readonly Opinion[] {
  if (ofTheCopy.test(text)) return [];
  if (fragment && ofTheWhole.test(text)) return [];
  const message = ownNames(text, plan);
  const subjects = [...message.matchAll(/"([^"]*)"/g)].map(([, subject = '']) => subject);
  const path = place && (plan.pathMap.get(place.path) ?? place.path);
  const file = path === undefined ? undefined : files.get(path);
  const missing = file !== undefined && isMissingInclude(text, subjects, file, main);
  const shown = levelOf(level, text, missing);
  const said = shown === 'information' ? `${message} (here, on this machine)` : message;
  if (place === undefined || path === undefined) {
    const found = finder.find(message, subjects);
    const at = found ?? { path: main, span: firstLine(files.get(main)?.text ?? '') };
    return [{ ...at, level: shown, message: said, line: undefined, subjects }];
  }
  const line = place.line - 1;
  if (file === undefined) {
    // A copy of a file that is not open here, or the wrapper around a fragment.
    if (path.endsWith('/.uwsgi-stack-test.conf')) return [];
    const where = `${said} in ${path}:${String(place.line)}`;
    const at = includeOf(path, main, files) ?? {
      path: main,
      span: firstLine(files.get(main)?.text ?? ''),
    };
    return [{ ...at, level: shown, message: where, line: undefined, subjects }];
  }
  return [
    {
      path,
      span: placeIn(file, line, message, subjects),
      level: shown,
      message: said,
      line,
      subjects,
    },
  ];
}

/** What is only due to the copy that was tested, or the way in which it was. */
const ofTheCopy =
  /^(?:setsockopt\(|could not change the accept filter|the "user" directive makes sense only|could not open error log file|bind\(\) to unix:\S*\/l\d+ failed)/;

/** What a fragment alone cannot know: names that another file may define. */
const ofTheWhole =
  /^(?:unknown "[^"]*" variable|unknown log format|zero size shared memory zone|no port in upstream|"\w+" zone "[^"]*" is unknown|no "events" section|no servers are inside upstream|host not found in upstream)/;

/** What depends on the machine, not on the text. */
const ofTheMachine =
  /^(?:bind\(\)|socket\(\)|mkdir\(\)|host not found|getpwnam|getgrnam|gethostname|dlopen\(\)|cannot load|chown\(|chmod\(|listen\(\)|stat\(\)|opendir\(\)|setrlimit|setpriority|still could not|name resolution|pread\(\)|SSL_|BIO_|PEM_|X509_|EVP_|ENGINE_|module ".*" (?:version|is not binary)|open\(\) |"\w+" stapling)|is unsupported on this platform|not supported on this platform|worker_connections exceed open file resource limit|failed \(SSL:/;

function levelOf(
  level: NginxMessage['level'],
  text: string,
  isMissingInclude: boolean,
): Opinion['level'] {
  if (ofTheMachine.test(text)) return isMissingInclude ? level : 'information';
  // The installed nginx was built without a module that others have.
  const name = /^unknown directive "([\s\S]*)"$/.exec(text)?.[1];
  if (name !== undefined && directivesNamed(name).length > 0) return 'information';
  return level;
}

/**
 * An included file that is not there is a mistake of the configuration; that of a distribution, such as
 * /etc/nginx/mime.types, is only not on this machine.
 */
function isMissingInclude(
  text: string,
  [path = '']: readonly string[],
  file: NginxFile,
  main: string,
): boolean {
  if (!/^open\(\) .* failed \(2: /.test(text) || /^\/(?:etc|usr|var|opt|run)\//.test(path))
    return false;
  return includePatterns(file.conf).some(
    ({ text: pattern }) => resolvePath(dirname(main), pattern) === path,
  );
}

/** nginx has seen the copy: its paths and sockets mean a person's own. */
function ownNames(text: string, { pathMap, addresses }: OpinionInput['plan']): string {
  let result = text;
  for (const [from, to] of [...addresses, ...pathMap].sort((a, b) => b[0].length - a[0].length))
    result = result.replaceAll(from, to);
  return result;
}

function firstLine(text: string): Span {
  const end = text.indexOf('\n');
  return span(0, end === -1 ? text.length : end);
}

/** The line that brings in a file which is none of the workspace. */
function includeOf(
  path: string,
  main: string,
  files: ReadonlyMap<string, NginxFile>,
): { readonly path: string; readonly span: Span } | undefined {
  for (const file of files.values())
    for (const { text, span: at } of includePatterns(file.conf))
      if (matchingFiles([path], dirname(main), text).length > 0)
        return { path: file.path, span: at };
  return undefined;
}

/** nginx names the line on which a statement ends; the culprit stands in it or above, within the statement. */
function placeIn(
  file: NginxFile,
  line: number,
  message: string,
  subjects: readonly string[],
): Span {
  const index = indexLines(file.text);
  const ending: ConfNode[] = [];
  let closing: ConfNode | undefined;
  for (const node of file.conf.all) {
    const { end } = node.statement;
    const at = end.kind === 'semicolon' ? end.offset : end.kind === 'block' ? end.open : undefined;
    if (at !== undefined && lineAt(index, at) === line) ending.push(node);
    if (end.kind === 'block' && end.close !== undefined && lineAt(index, end.close) === line)
      closing ??= node;
  }
  for (const subject of subjects)
    for (const { statement } of ending)
      for (const word of [statement.name, ...statement.args])
        if (word.value === subject || word.value.replace(/^[$@]/, '') === subject) return word.span;
  // What nginx checks at the end of a block may stand anywhere in it.
  const inside = closing === undefined || ending.length > 0 ? [] : [...walkNodes(closing.children)];
  const about = inside.filter(({ statement }) => subjects.includes(statement.name.value));
  for (const { statement } of about.length > 0 ? about : inside)
    for (const word of statement.args) if (subjects.includes(word.value)) return word.span;
  // Of several statements the one that the message speaks of, else the innermost.
  const named =
    ending.find(({ statement }) =>
      statement.args.some(({ value }) => value.length > 2 && message.includes(value)),
    ) ?? ending.find(({ statement }) => message.includes(`"${statement.name.value}"`));
  const node = named ?? ending.at(-1) ?? closing;
  if (node !== undefined) {
    const { name, args } = node.statement;
    return span(name.span.start, (args.at(-1) ?? name).span.end);
  }
  return lineSpan(file.text, index, line);
}

/** The line without the blanks around. */
function lineSpan(text: string, { starts }: LineIndex, line: number): Span {
  const start = starts[line] ?? text.length;
  const end = (starts[line + 1] ?? text.length + 1) - 1;
  const content = text.slice(start, end);
  const from = start + (content.length - content.trimStart().length);
  return span(from, Math.max(from, start + content.trimEnd().length));
}
