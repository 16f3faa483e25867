import Anser from 'anser';
import { escape, withoutControls, withoutOthers } from '../../shared/terminal-text.ts';

/** A run of text with one look. Colours are CSS values; undefined means the theme's own. */
export interface AnsiSpan {
  readonly text: string;
  readonly colour: string | undefined;
  readonly background: string | undefined;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
}

/** Splits a line at its colour sequences. Everything else that a terminal would obey (cursor moves, titles) is dropped. */
export function ansiSpans(text: string): readonly AnsiSpan[] {
  if (!text.includes(escape)) return text === '' ? [] : [{ ...plain, text: withoutControls(text) }];
  return Anser.ansiToJson(withoutOthers(text), {
    json: true,
    remove_empty: true,
    use_classes: true,
  })
    .map(toSpan)
    .filter((span) => span.text !== '');
}

/** Cuts spans at the given [start, end) ranges of the joined text, so that matches and links can be drawn apart. */
export function cutSpans<Mark>(
  spans: readonly AnsiSpan[],
  marks: readonly (readonly [number, number, Mark])[],
): readonly { readonly span: AnsiSpan; readonly mark: Mark | undefined }[] {
  const pieces: { span: AnsiSpan; mark: Mark | undefined }[] = [];
  let offset = 0;
  for (const span of spans) {
    const end = offset + span.text.length;
    let position = offset;
    const push = (to: number, mark: Mark | undefined) => {
      if (to > position) {
        pieces.push({
          span: { ...span, text: span.text.slice(position - offset, to - offset) },
          mark,
        });
        position = to;
      }
    };
    for (const [from, to, mark] of marks) {
      if (to <= position || from >= end) continue;
      push(Math.max(from, position), undefined);
      push(Math.min(to, end), mark);
    }
    push(end, undefined);
    offset = end;
  }
  return pieces;
}

const plain: AnsiSpan = {
  text: '',
  colour: undefined,
  background: undefined,
  bold: false,
  dim: false,
  italic: false,
  underline: false,
};

type Entry = ReturnType<typeof Anser.ansiToJson>[number];

function toSpan(entry: Entry): AnsiSpan {
  const has = (name: Entry['decorations'][number]) => entry.decorations.includes(name);
  const colour = cssColour(entry.fg, entry.fg_truecolor);
  const background = cssColour(entry.bg, entry.bg_truecolor);
  const reverse = has('reverse');
  return {
    text: withoutControls(entry.content),
    colour: reverse ? (background ?? 'var(--vscode-panel-background)') : colour,
    background: reverse ? (colour ?? 'var(--vscode-foreground)') : background,
    bold: has('bold'),
    dim: has('dim'),
    italic: has('italic'),
    underline: has('underline'),
  };
}

// The declarations say string, the library says null for "none".
function cssColour(name: string | null, trueColour: string | null): string | undefined {
  if (name === null || name === '') return undefined;
  if (name === 'ansi-truecolor') return trueColour === null ? undefined : `rgb(${trueColour})`;
  const palette = /^ansi-palette-(\d+)$/.exec(name)?.[1];
  if (palette !== undefined) return paletteColour(Number(palette));
  const words = name
    .replace(/^ansi-/, '')
    .split('-')
    .map(capital);
  return `var(--vscode-terminal-ansi${words.join('')})`;
}

/** The 256 colours of xterm: 16 of the theme, a cube of 6×6×6, 24 greys. */
function paletteColour(index: number): string | undefined {
  if (index < 16) {
    const name = themeColours[index % 8];
    return name === undefined
      ? undefined
      : `var(--vscode-terminal-ansi${index < 8 ? '' : 'Bright'}${name})`;
  }
  if (index >= 232) {
    const grey = 8 + (index - 232) * 10;
    return `rgb(${grey}, ${grey}, ${grey})`;
  }
  const level = (step: number) => (step === 0 ? 0 : 55 + step * 40);
  const cube = index - 16;
  return `rgb(${level(Math.floor(cube / 36))}, ${level(Math.floor(cube / 6) % 6)}, ${level(cube % 6)})`;
}

const themeColours = ['Black', 'Red', 'Green', 'Yellow', 'Blue', 'Magenta', 'Cyan', 'White'];

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
