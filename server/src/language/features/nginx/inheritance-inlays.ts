import type { NginxView } from '../../rules/inputs.ts';
import { basename } from '../../text/path.ts';
import type { Span } from '../../text/span.ts';
import type { Inlay } from '../feature.ts';
import { type Level, type LevelLine, type Levels, levelsOf } from '../../stack/nginx-levels.ts';
import { nodesWithin } from './nodes-within.ts';
import { isInherited } from './outer-values.ts';

/**
 * Behind a setting what it takes the place of. Of settings that are lists (`add_header`, `uwsgi_param`, `allow`) nginx
 * inherits none as soon as a block has one of its own: there the hint names what is lost.
 */
export function inheritanceInlays(view: NginxView, within: Span): readonly Inlay[] {
  const levels = levelsOf(view);
  const inlays: Inlay[] = [];
  // The top level of a fragment belongs to the block that includes it, and has its hint there.
  for (const block of nodesWithin(view.conf.nodes, within)) {
    if (block.children.length === 0) continue;
    const level = { file: view, block };
    for (const [name, lines] of levels.linesAt(level))
      inlays.push(...inlayOf(levels, level, name, lines, within));
  }
  return inlays;
}

function inlayOf(
  levels: Levels,
  level: Level,
  name: string,
  lines: readonly LevelLine[],
  within: Span,
): readonly Inlay[] {
  const [first] = lines;
  if (first === undefined || !isInherited(first.node) || !isCore(first)) return [];
  // The second line of `allow` and `deny` says nothing new.
  if (name === 'deny' && levels.linesAt(level).has('allow')) return [];
  const anchor = first.via ?? first.node;
  const { start, end } = anchor.statement.span;
  if (start > within.end || end < within.start) return [];
  const outer = outerLines(levels, level, familyOf(name));
  const [above] = outer.lines;
  if (above === undefined) return [];
  const isList = first.node.known.some(({ duplicates }) => duplicates !== 'error');
  const label = isList ? lostLabel(levels, level, name, outer) : otherValue(first, above);
  if (label === undefined) return [];
  const { statement } = above.node;
  return [
    {
      offset: end,
      label,
      tooltip: isList
        ? `nginx inherits \`${name}\` only where a block has none of its own.`
        : 'What holds in the block around.',
      target: { path: above.file.path, span: statement.name.span },
    },
  ];
}

interface OuterLines {
  readonly lines: readonly LevelLine[];
  readonly level: Level | undefined;
}

/** The lines of the nearest level around that has any. */
function outerLines(levels: Levels, level: Level, names: readonly string[]): OuterLines {
  let steps = 0;
  for (let one = levels.outside(level); one !== undefined; one = levels.outside(one)) {
    const found = linesOf(levels, one, names);
    if (found.length > 0) return { lines: found, level: one };
    // Files that include each other have no end.
    if (++steps > 100) break;
  }
  return { lines: [], level: undefined };
}

function linesOf(levels: Levels, level: Level, names: readonly string[]): readonly LevelLine[] {
  const lines = levels.linesAt(level);
  return names.flatMap((name) => lines.get(name) ?? []);
}

/** Directives that fill the same list. */
function familyOf(name: string): readonly string[] {
  return name === 'allow' || name === 'deny' ? ['allow', 'deny'] : [name];
}

function lostLabel(
  levels: Levels,
  level: Level,
  name: string,
  outer: OuterLines,
): string | undefined {
  if (mergesHeaders(levels, level, name)) return undefined;
  const own = new Set(linesOf(levels, level, familyOf(name)).map((line) => keyOf(name, line)));
  const lost = outer.lines.filter((line) => !own.has(keyOf(name, line)));
  if (lost.length === 0 || outer.level === undefined) return undefined;
  const few = lost.length === 1 || (hasKeys(name) && lost.length === 2);
  const names = few ? lost.map((line) => shortened(shownOf(name, line))) : undefined;
  return `drops ${names?.join(', ') ?? `${lost.length} lines`} of ${nameOf(outer.level)}`;
}

/** Whether the first argument names what is set, so that a line of the same name takes its place. */
function hasKeys(name: string): boolean {
  return /_param$|_set_header$|^add_(?:header|trailer)$|_(?:hide|pass)_header$/.test(name);
}

function keyOf(name: string, { node }: LevelLine): string {
  const values = node.statement.args.map(({ value }) => value);
  return hasKeys(name) ? (values[0] ?? '') : [node.statement.name.value, ...values].join(' ');
}

function shownOf(name: string, line: LevelLine): string {
  return hasKeys(name) || familyOf(name).length > 1
    ? keyOf(name, line)
    : keyOf(name, line).slice(name.length + 1);
}

/** Modules of others may join what stands at several levels, as `more_set_headers` does. */
function isCore({ node }: LevelLine): boolean {
  return node.known.some(({ module }) => module.status === 'core');
}

/** Since 1.29.3 a block may keep what is inherited. */
function mergesHeaders(levels: Levels, level: Level, name: string): boolean {
  if (!/^add_(?:header|trailer)$/.test(name)) return false;
  const own = linesOf(levels, level, [`${name}_inherit`]);
  const lines = own.length > 0 ? own : outerLines(levels, level, [`${name}_inherit`]).lines;
  return lines.at(-1)?.node.statement.args[0]?.value === 'merge';
}

function otherValue(own: LevelLine, above: LevelLine): string | undefined {
  const [mine, theirs] = [own, above].map(({ node }) =>
    node.statement.args.map(({ value }) => value).join(' '),
  );
  if (theirs === undefined || theirs === '' || mine === theirs) return undefined;
  return `instead of ${shortened(theirs)}`;
}

function shortened(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ');
  return plain.length > 40 ? `${plain.slice(0, 39)}…` : plain;
}

function nameOf({ file, block }: Level): string {
  return block?.statement.name.value ?? basename(file.path);
}
