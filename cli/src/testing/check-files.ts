import {
  blindDisk,
  createLanguage,
  type Finding,
  kindOfFile,
  nothingInstalled,
} from '../../../server/src/language/language.ts';
import { defaultLanguageSettings } from '../../../shared/settings.ts';

/** What the core finds in these files; keys are absolute paths. */
export function checkFiles(texts: Readonly<Record<string, string>>): readonly Finding[] {
  const files = Object.entries(texts).flatMap(([path, text]) => {
    const kind = kindOfFile(path, text);
    return kind === undefined ? [] : [[path, { path, text, kind, version: 1 }] as const];
  });
  const found = createLanguage().check({
    files: new Map(files),
    settings: defaultLanguageSettings,
    disk: blindDisk,
    installed: nothingInstalled,
  });
  return [...found.values()].flat();
}
