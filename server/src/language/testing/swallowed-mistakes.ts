/**
 * Mistakes that uWSGI accepts without a word, each with the rule that must tell, and with a sound text that looks alike.
 *
 *     === what is wrong
 *     processes = 2 ; two
 *                   ^^^^^ uwsgi/inline-comment
 *     ---
 *     processes = 2
 *
 * A line of carets is no part of the text: it marks the culprit in the line above. A text without a section header
 * stands in `[uwsgi]`. `>>> name` begins another file beside `app.ini`.
 */
export interface SwallowedMistake {
  readonly name: string;
  readonly mistake: readonly MarkedFile[];
  readonly sound: readonly MarkedFile[];
}

export interface MarkedFile {
  readonly name: string;
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface Mark {
  readonly rule: string;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

export function readMistakes(table: string): readonly SwallowedMistake[] {
  return table
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const lineEnd = block.indexOf('\n');
      const [mistake = '', sound = ''] = block.slice(lineEnd + 1).split(/^---\n/m);
      return {
        name: block.slice(0, lineEnd),
        mistake: readFiles(mistake),
        sound: readFiles(sound),
      };
    });
}

function readFiles(text: string): readonly MarkedFile[] {
  const [own = '', ...others] = text.split(/^>>> /m);
  return [
    readMarks('app.ini', own),
    ...others.map((other) => {
      const lineEnd = other.indexOf('\n');
      return readMarks(other.slice(0, lineEnd), other.slice(lineEnd + 1));
    }),
  ];
}

function readMarks(name: string, body: string): MarkedFile {
  const marks: Mark[] = [];
  let text = /^\[uwsgi/m.test(body) ? '' : '[uwsgi]\n';
  let lineStart = 0;
  for (const line of body.split(/(?<=\n)/)) {
    const [, blanks, carets = '', rule = ''] =
      /^( *)(\^+) ((?:uwsgi|stack)\/\S+)\n?$/.exec(line) ?? [];
    if (blanks === undefined) {
      lineStart = text.length;
      text += line;
    } else {
      const start = lineStart + blanks.length;
      marks.push({ rule, start, end: start + carets.length });
    }
  }
  return { name, text, marks };
}
