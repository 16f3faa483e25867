import { StringDecoder } from 'node:string_decoder';

/** Makes lines of a stream's chunks. A character may be cut by a chunk's end, a line may be far too long. */
export function createLineSplitter(
  onLine: (line: string) => void,
  maxLength = 16_384,
): { readonly push: (chunk: Buffer) => void; readonly end: () => void } {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let skipping = false;

  const take = (text: string): void => {
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      add(text.slice(from, at));
      emit();
      from = at + 1;
    }
    add(text.slice(from));
  };
  const add = (part: string): void => {
    if (skipping) return;
    rest += part;
    if (rest.length <= maxLength) return;
    onLine(`${rest.slice(0, maxLength)} …`);
    rest = '';
    skipping = true;
  };
  const emit = (): void => {
    if (!skipping) onLine(rest.endsWith('\r') ? rest.slice(0, -1) : rest);
    rest = '';
    skipping = false;
  };

  return {
    push: (chunk) => {
      take(decoder.write(chunk));
    },
    end: () => {
      take(decoder.end());
      if (rest !== '') emit();
    },
  };
}
