/** A fenced block of a Markdown page: what the reader writes into a file, changes there, or types into a terminal. */
export type PageBlock =
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
  /** Lines that go, and those that come in their place. */
  | {
      readonly kind: 'change';
      readonly name: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'commands'; readonly commands: readonly PageCommand[] };

export interface PageCommand {
  readonly command: string;
  /** Lines that it prints; `…` stands for any number of them. */
  readonly prints: readonly string[];
}

/**
 * The blocks in their order. The name of a file stands behind the language (```` ```ini worker.ini ````), where a reader of
 * the rendered page does not see it; blocks of other languages without a name are for the eye only.
 */
export function pageBlocks(markdown: string): readonly PageBlock[] {
  const fences = markdown.matchAll(/^```(\S*)(?: (\S+))?\n([^]*?)^```$/gm);
  return [...fences].flatMap(([, language, name, text = '']): readonly PageBlock[] => {
    if (language === 'console') return [{ kind: 'commands', commands: commandsOf(text) }];
    if (name === undefined) return [];
    if (language !== 'diff') return [{ kind: 'file', name, text }];
    return [{ kind: 'change', name, before: marked(text, '-'), after: marked(text, '+') }];
  });
}

function commandsOf(text: string): readonly PageCommand[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...prints] = part.trimEnd().split('\n');
      return { command, prints };
    });
}

function marked(diff: string, mark: '-' | '+'): string {
  const lines = diff.split('\n').filter((line) => line.startsWith(mark));
  return lines.map((line) => `${line.slice(1)}\n`).join('');
}
