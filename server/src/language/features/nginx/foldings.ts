import type { NginxTree } from '../../nginx/tree.ts';
import type { NginxFile } from '../../rules/inputs.ts';
import { type Span, span, textOf } from '../../text/span.ts';
import type { Folding } from '../feature.ts';
import { lineIn } from './line-of.ts';

/**
 * Blocks (those of Lua, too), statements of several lines, runs of comment lines, and what stands between `# region`
 * and `# endregion`. In order of where they begin.
 */
export function nginxFoldings(file: NginxFile): readonly Folding[] {
  const foldings = [...statements(file), ...comments(file)];
  return foldings.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function statements({ conf, tree }: NginxFile): Folding[] {
  const foldings: Folding[] = [];
  for (const { statement } of conf.all) {
    const { end, span: whole } = statement;
    // Where a block that is never closed ends, nobody knows.
    if (end.kind === 'block' && end.close === undefined) continue;
    if (takesLines(tree, whole)) foldings.push({ span: whole, kind: 'block' });
  }
  return foldings;
}

function takesLines(tree: NginxTree, { start, end }: Span): boolean {
  return lineIn(tree, start) < lineIn(tree, end);
}

function comments({ tree, text }: NginxFile): Folding[] {
  const foldings: Folding[] = [];
  const regions: Span[] = [];
  let run: Span | undefined;
  const endRun = () => {
    if (run !== undefined && takesLines(tree, run)) foldings.push({ span: run, kind: 'comment' });
    run = undefined;
  };
  for (const token of tree.tokens) {
    if (token.kind === 'blank') {
      // A blank line divides two runs.
      if (/\n[ \t\r]*\n/.test(textOf(text, token.span))) endRun();
      continue;
    }
    if (token.kind !== 'comment' || !startsLine(text, token.span.start)) {
      endRun();
      continue;
    }
    const mark = regionMark(textOf(text, token.span));
    if (mark === undefined) {
      run = span(run?.start ?? token.span.start, token.span.end);
      continue;
    }
    endRun();
    if (mark === 'start') regions.push(token.span);
    const from = mark === 'end' ? regions.pop() : undefined;
    if (from !== undefined)
      foldings.push({ span: span(from.start, token.span.end), kind: 'region' });
  }
  endRun();
  return foldings;
}

function startsLine(text: string, start: number): boolean {
  let at = start - 1;
  while (text[at] === ' ' || text[at] === '\t') at--;
  return at < 0 || text[at] === '\n';
}

function regionMark(comment: string): 'start' | 'end' | undefined {
  if (/^#\s*#?\s*region\b/.test(comment)) return 'start';
  return /^#\s*#?\s*endregion\b/.test(comment) ? 'end' : undefined;
}
