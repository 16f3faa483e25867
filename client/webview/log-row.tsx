import type { JSX } from 'preact';
import { ansiSpans, cutSpans, type AnsiSpan } from './ansi-spans.ts';
import type { LineFilter } from './line-filter.ts';
import { logLinks, type LogTarget } from '../../shared/log-links.ts';
import type { LogLine } from '../../shared/panel-lines.ts';
import type { LogProcess } from './protocol.ts';
import { post } from './vscode-api.ts';

export interface LogRowProps {
  readonly line: LogLine;
  readonly process: LogProcess | undefined;
  readonly times: boolean;
  readonly filter: LineFilter;
}

export function LogRow({ line, process, times, filter }: LogRowProps): JSX.Element {
  return (
    <>
      {times && <span class="time">{clock(line.time)} </span>}
      <span
        class="process"
        style={{ '--process': `var(--vscode-terminal-${process?.colour ?? 'foreground'})` }}
      >
        {process?.title ?? line.process}{' '}
      </span>
      <span class="text">{pieces(line, filter, process?.folder).map(drawPiece)}</span>
    </>
  );
}

/** As a person would paste it into a bug report. */
export function clock(time: number): string {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  const millis = String(date.getMilliseconds()).padStart(3, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${millis}`;
}

type Mark = { readonly kind: 'match' } | { readonly kind: 'link'; readonly target: LogTarget };

interface Piece {
  readonly span: AnsiSpan;
  readonly mark: Mark | undefined;
}

function pieces(line: LogLine, filter: LineFilter, folder?: string): readonly Piece[] {
  const spans = ansiSpans(line.text);
  const text = spans.map((span) => span.text).join('');
  const links = logLinks(text, folder).map(
    ([start, end, to]) => [start, end, { kind: 'link', target: to }] as const,
  );
  const matches = filter
    .matches(text)
    .map(([start, end]) => [start, end, { kind: 'match' }] as const);
  return cutSpans<Mark>(
    spans,
    [...links, ...matches].sort((a, b) => a[0] - b[0]),
  );
}

function drawPiece({ span, mark }: Piece, index: number): JSX.Element {
  const style = {
    ...(span.colour !== undefined && { color: span.colour }),
    ...(span.background !== undefined && { backgroundColor: span.background }),
    ...(span.bold && { fontWeight: 'bold' }),
    ...(span.dim && { opacity: '0.7' }),
    ...(span.italic && { fontStyle: 'italic' }),
    ...(span.underline && { textDecoration: 'underline' }),
  };
  switch (mark?.kind) {
    case 'link':
      return mark.target.kind === 'page' ? (
        // The editor itself opens it, in a browser.
        <a key={index} href={mark.target.url} style={style}>
          {span.text}
        </a>
      ) : (
        <a
          key={index}
          href="#"
          style={style}
          onClick={(event) => {
            event.preventDefault();
            openPlace(mark.target);
          }}
        >
          {span.text}
        </a>
      );
    case 'match':
      return (
        <mark key={index} style={style}>
          {span.text}
        </mark>
      );
    case undefined:
      return (
        <span key={index} style={style}>
          {span.text}
        </span>
      );
  }
}

function openPlace(target: LogTarget): void {
  if (target.kind === 'place') post({ kind: 'open', path: target.path, line: target.line });
}
