import type { ConfNode } from '../../nginx-conf/conf.ts';
import { statementsNamed } from '../../nginx-conf/statements.ts';
import { linesAround } from '../../stack/lines-in-force.ts';
import { type LevelLine, levelsOf } from '../../stack/nginx-levels.ts';
import { basename } from '../../text/path.ts';
import type { NginxView } from '../inputs.ts';
import type { Fix } from '../rule.ts';
import { insertBefore } from './word-fixes.ts';

/** Lines that a block loses because it has one of the same directive itself. */
export interface LostLines {
  /** First line of the block's own that makes it lose the others. */
  readonly node: ConfNode;
  readonly lost: readonly LevelLine[];
  /** `server` or `http`, or the name of the file that the lines stand in. */
  readonly place: string;
}

/**
 * Blocks that set a directive of the kind that nginx inherits as a whole list or not at all, with what they lose by it: the
 * lines of the nearest level around whose first argument the block doesn't set itself.
 */
export function lostLinesOf(view: NginxView, name: string): readonly LostLines[] {
  const seen = new Set<ConfNode>();
  return statementsNamed(view.conf, name).flatMap((node): readonly LostLines[] => {
    const block = node.parent;
    if (block === undefined || seen.has(block)) return [];
    seen.add(block);
    const own = (name: string) => levelsOf(view).linesNamed({ file: view, block }, name);
    // What an unknown file brings may be all that is missed.
    if (own('include').some((line) => !isKnownByName(line))) return [];
    const { lines, level, hidden } = linesAround(view, block, [name]);
    if (level === undefined || hidden.some((line) => !isKnownByName(line))) return [];
    const keys = new Set(own(name).map(keyOf));
    const standard = own('include').some((line) => paramsFile.test(fileOf(line)));
    const lost = lines.filter(
      (line) => !keys.has(keyOf(line)) && !(standard && isStandard(keyOf(line))),
    );
    const place = level.block?.statement.name.value ?? basename(level.file.path);
    return lost.length === 0 ? [] : [{ node, lost, place }];
  });
}

/** `HOST, X-Real-IP and 3 more`. */
export function listKeys(lines: readonly LevelLine[]): string {
  const names = [...new Set(lines.map(({ node }) => node.statement.args[0]?.value ?? ''))];
  if (names.length <= 3) return names.join(', ');
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}

/** Writes the lost lines into the block, or the `include` that brings them. */
export function repeatLines(view: NginxView, { node, lost }: LostLines): Fix {
  const texts = lost.map(({ file, node: line, via }) => {
    const { span } = line.statement;
    return via === undefined ? file.text.slice(span.start, span.end) : textOfInclude(via);
  });
  const lines = [...new Set(texts)];
  const title =
    lines.length === 1 ? `Repeat \`${lines[0] ?? ''}\` here` : 'Repeat these lines here';
  return insertBefore(view, node.statement, lines, { title });
}

function textOfInclude({ statement }: ConfNode): string {
  return `include ${statement.args[0]?.value ?? ''};`;
}

/** Names of headers count without their case; those of parameters are mostly in capitals anyway. */
function keyOf({ node }: LevelLine): string {
  return (node.statement.args[0]?.value ?? '').toLowerCase();
}

function fileOf({ node }: LevelLine): string {
  return basename(node.statement.args[0]?.value ?? '');
}

const paramsFile = /^(?:uwsgi_params|scgi_params|fastcgi_params|fastcgi\.conf)$/;

function isKnownByName(line: LevelLine): boolean {
  const name = fileOf(line);
  return paramsFile.test(name) || /^(?:mime\.types|koi-.*|win-utf)$/.test(name);
}

/** What the distributions' files of parameters set. */
function isStandard(key: string): boolean {
  return /^(?:query_string|request_(?:method|uri|scheme)|content_(?:type|length)|path_info|document_(?:root|uri)|script_(?:name|filename)|server_(?:protocol|port|name|addr|software)|gateway_interface|https|remote_(?:addr|port|user)|redirect_status|http_host)$/.test(
    key,
  );
}
