import {
  blindDisk,
  createLanguage,
  indexLines,
  lineAt,
  nothingInstalled,
} from '../../server/src/language/language.ts';
import {
  allDirectiveNames,
  directivesNamed,
} from '../../server/src/language/nginx-conf/directives.ts';
import { readLanguageSettings } from '../../shared/settings.ts';

/** What the language core says of one text: its findings with their lines, counted from 1. */
export function openLanguage(version, others = {}, installed = nothingInstalled) {
  const settings = readLanguageSettings({ nginx: { version } });
  let count = 0;
  return (text, path = '/conformance/nginx.conf') => {
    const language = createLanguage();
    const file = (at, body) => ({ path: at, text: body, version: (count += 1), kind: 'nginx' });
    const files = new Map([[path, file(path, text)]]);
    for (const [name, body] of Object.entries(others))
      files.set(`/conformance/${name}`, file(`/conformance/${name}`, body));
    const snapshot = { files, settings, disk: diskOf(others), installed };
    const lines = indexLines(text);
    const line = (offset) => lineAt(lines, offset) + 1;
    return (language.check(snapshot).get(path) ?? [])
      .filter(({ rule }) => rule.startsWith('nginx/'))
      .map(({ rule, level, message, span, related }) => ({
        rule,
        level,
        message,
        from: line(span.start),
        to: line(span.end),
        // Where nginx itself notices the mistake may be told beside the culprit; the command line says both.
        noticed: related
          .filter((place) => place.noticed === true && place.path === path)
          .map((place) => line(place.span.start)),
      }));
  };
}

/** Directives of stock nginx 1.22.1 for the blocks that a configuration can have, in the form that `mutate` draws from. */
export function stockDirectives() {
  return [...allDirectiveNames()].flatMap((name) =>
    directivesNamed(name)
      .filter(({ module, block, in1221 }) => module.status === 'core' && !block && in1221)
      .map(({ contexts, args, values, keywords }) => ({
        name,
        contexts,
        min: args.min,
        max: Math.min(args.max, 6),
        values,
        keywords,
      })),
  );
}

/** The folder of the files that are judged; nothing is known of any other. */
function diskOf(others) {
  const names = Object.keys(others).sort();
  if (names.length === 0) return blindDisk;
  const folder = '/conformance';
  return {
    look(path) {
      if (path === folder) return { kind: 'folder', names };
      if (!path.startsWith(`${folder}/`)) return undefined;
      return names.includes(path.slice(folder.length + 1))
        ? { kind: 'file', mode: 0o644 }
        : { kind: 'absent' };
    },
    text: () => undefined,
  };
}
