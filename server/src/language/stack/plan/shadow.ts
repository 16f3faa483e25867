import type { PlannedFile } from '../../../../../shared/launch-plan.ts';
import type { RequestFormat } from '../../../../../shared/request-formats.ts';
import { basename, dirname } from '../../text/path.ts';
import type { NginxFile } from '../../rules/inputs.ts';
import { matchingFiles } from '../includes.ts';
import { accessFormat, requestFormatsOf } from './request-formats.ts';
import { editsOf, preamble, type ShadowContext, type ShadowEdit } from './shadow-edits.ts';

export interface Shadow {
  /** Path of the main configuration's shadow. */
  readonly conf: string;
  readonly files: readonly PlannedFile[];
  /** Every access log of the shadow goes here. */
  readonly accessLog: string;
  /** See {@link ShadowContext.requestLog}. */
  readonly requestLog: string;
  /** How the lines of the access log look. */
  readonly requestFormats: readonly RequestFormat[];
  /** Shadow path → the person's own file. */
  readonly pathMap: readonly (readonly [string, string])[];
  readonly notes: readonly string[];
}

/**
 * A copy of the nginx configuration that runs unprivileged, in the foreground, and writes into the run folder only.
 * Each copied file keeps its line breaks, so that `FILE:LINE` of nginx's messages maps back one to one; the person's
 * files are never written. Only known files (of the workspace) are copied; what else is included, nginx reads itself.
 */
export function shadowNginx(
  main: string,
  files: ReadonlyMap<string, NginxFile>,
  options: Pick<
    ShadowContext,
    'runDirectory' | 'root' | 'moved' | 'modules' | 'listenAt' | 'standardFolder'
  >,
): Shadow {
  const confDirectory = dirname(main);
  const notes: string[] = [];
  const requestFormats: RequestFormat[] = [accessFormat];
  const planned: PlannedFile[] = [];
  const pathMap: (readonly [string, string])[] = [];
  const targets = new Map<string, string>();
  const waiting: { readonly path: string; readonly shadow: string }[] = [];

  const includeTarget = (pattern: string): string | undefined => {
    const matches = matchingFiles(files.keys(), confDirectory, pattern);
    if (matches.length === 0) return undefined;
    const key = matches.join('\n');
    const known = targets.get(key);
    if (known !== undefined) return known;
    const folder = `${options.runDirectory}/conf/include-${String(targets.size + 1)}`;
    // Numbered, so that the shadow's glob keeps the order of the original one whatever folders it spans.
    const names = matches.map((path, at) => `${String(at).padStart(3, '0')}-${plainName(path)}`);
    const only = matches.length === 1 ? `${folder}/${names[0] ?? ''}` : `${folder}/*`;
    targets.set(key, only);
    planned.push({ kind: 'directory', path: folder, exact: true });
    matches.forEach((path, at) => waiting.push({ path, shadow: `${folder}/${names[at] ?? ''}` }));
    return only;
  };
  const accessLog = `${options.runDirectory}/access.log`;
  const requestLog = `${options.runDirectory}/requests.log`;
  const logs = { accessLog, requestLog };
  const context: ShadowContext = { ...options, ...logs, confDirectory, notes, includeTarget };

  const conf = `${options.runDirectory}/conf/${plainName(main)}`;
  planned.push({ kind: 'directory', path: `${options.runDirectory}/conf` });
  planned.push({ kind: 'directory', path: `${options.runDirectory}/tmp` });
  // For files that nginx reads itself, such as those of Debian's modules-enabled: their modules count from the prefix.
  if (options.modules !== undefined)
    planned.push({
      kind: 'link',
      path: `${options.runDirectory}/modules`,
      target: options.modules,
    });
  planned.push({ kind: 'log', path: requestLog });
  waiting.push({ path: main, shadow: conf });
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const file = files.get(next.path);
    if (file === undefined) continue;
    requestFormats.push(...requestFormatsOf(file.conf));
    const edits = file.conf.all.flatMap((node) => editsOf(node, file.text, context));
    const body = applyEdits(file.text, edits);
    const text = next.path === main ? preamble(file.conf.nodes, context) + body : body;
    planned.push({ kind: 'text', path: next.shadow, text });
    pathMap.push([next.shadow, next.path]);
  }
  return { conf, files: planned, ...logs, requestFormats, pathMap, notes };
}

/** The copy of `a[1].conf` must not be a pattern to nginx, nor a line break in a name one in its messages. */
function plainName(path: string): string {
  return basename(path).replace(/[^\w.-]/g, '_');
}

function applyEdits(text: string, edits: readonly ShadowEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    if (edit.span.start < at) continue; // inside a range that is replaced as a whole
    result += text.slice(at, edit.span.start) + edit.newText;
    at = edit.span.end;
  }
  return result + text.slice(at);
}
