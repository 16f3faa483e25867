import type { IniTree } from '../ini/tree.ts';

/** Names of the sections of a file, each once; only the first ones of a file that has very many. */
export function sectionsOfFile({ lines }: IniTree): readonly string[] {
  const names = new Set<string>();
  for (const line of lines) {
    if (line.kind !== 'section' || line.name === '') continue;
    names.add(line.name);
    if (names.size >= 20) break;
  }
  return [...names];
}
