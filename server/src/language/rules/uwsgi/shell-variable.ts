import { span } from '../../text/span.ts';
import type { ConfigEntry } from '../../uwsgi/config.ts';
import { defineRule } from '../rule.ts';
import { commandLike, rawValue, replace } from './entry-text.ts';

export const shellVariable = defineRule({
  id: 'uwsgi/shell-variable',
  scope: 'uwsgi',
  level: 'warning',
  docs: {
    what: 'A variable or a home folder in the notation of the shell.',
    why: 'uWSGI is no shell: `$HOME`, `${HOME}` and `~` stay as they are written, so that it looks for a file of that very name. That something replaces them before uWSGI reads the file (envsubst, say) is possible.',
    fix: 'Write $(HOME) for a variable of the environment, and the whole path for a home folder.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Configuration.html#placeholders',
  },
  check(file, report) {
    for (const entry of file.config.entries) {
      const { option } = entry;
      if (option === undefined || entry.origin !== 'line' || !isPlain(entry)) continue;
      const value = rawValue(file, entry);
      if (/\{\{|\{%|<%/.test(value)) continue;
      const found = /\$(?:\{([A-Za-z_]\w*)\}|([A-Z_][A-Z0-9_]+))/.exec(value);
      const start = entry.valueSpan.start + (found?.index ?? 0);
      // Immediate options never see the environment.
      const canFix = !option.immediate;
      if (found !== null) {
        const [written] = found;
        const right = `$(${found[1] ?? found[2] ?? ''})`;
        const place = span(start, start + written.length);
        const message = `uWSGI is no shell: unless something replaces it before, ${written} stays as it is. A variable of the environment is written ${right}`;
        const fixes = canFix ? [replace(file, place, right, `Change to ${right}`)] : [];
        // Fixes of a template would break it.
        const chosen = fixes.map((fix) => ({ ...fix, preferred: false }));
        report({ span: place, level: 'information', message, fixes: chosen });
      } else if (/^~[\w-]*\//.test(value)) {
        const place = span(start, start + 1);
        const message = 'uWSGI knows no ~ for a home folder: it looks for a folder of that name';
        const fixes =
          canFix && value.startsWith('~/')
            ? [replace(file, place, '$(HOME)', 'Change to $(HOME)')]
            : [];
        report({ span: place, message, fixes });
      }
    }
  },
});

/** Values that no shell, template or regular expression of uWSGI gets to see. */
function isPlain(entry: ConfigEntry): boolean {
  const { option } = entry;
  if (option === undefined || commandLike(entry)) return false;
  return plainTypes.has(option.type) && !/regexp|metric|header|pattern/.test(option.name);
}

const plainTypes: ReadonlySet<string> = new Set([
  ...['path', 'socket', 'router-socket', 'subscription-socket', 'config-file', 'uid', 'gid', 'str'],
  ...['int', 'int-signed', 'uint64', 'uint16', 'megabytes', 'bool', 'plugin-list', 'chmod', 'list'],
]);
