import { span } from '../../text/span.ts';
import type { ConfigEntry } from '../../uwsgi/config.ts';
import { hasTemplateMark } from '../../uwsgi/template.ts';
import { defineRule } from '../rule.ts';
import { rawValue } from './entry-text.ts';

export const unexpandedPlaceholder = defineRule({
  id: 'uwsgi/unexpanded-placeholder',
  scope: 'uwsgi',
  level: 'error',
  docs: {
    what: 'A variable in an option that uWSGI carries out before it replaces variables.',
    why: 'Options such as plugins, ini, listen, for and if-… are carried out while the file is read. $(NAME), @(file) and %(name) are replaced later, so that `plugins = $(PLUGIN)` looks for a file with that very name.',
    fix: 'Write the value itself. Magic variables such as %d and %n work everywhere.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/ParsingOrder.html',
  },
  check(file, report) {
    for (const entry of file.config.entries) {
      const { option } = entry;
      if (option?.immediate !== true || entry.origin !== 'line' || option.type === 'logic-end')
        continue;
      const value = rawValue(file, entry);
      if (hasTemplateMark(value)) continue;
      const [found] = /[$@%]\([^()]*\)/.exec(value) ?? [];
      if (found === undefined || /(?:^|[^%])(?:%%)+\(/.test(value) || isLater(entry, value))
        continue;
      const start = entry.valueSpan.start + value.indexOf(found);
      const message = `${option.name} is carried out while uWSGI reads the file, before it replaces variables: ${found} stays as it is`;
      report({ span: span(start, start + found.length), message });
    }
  },
});

/** A variable made by `set` is replaced like any other; one of set-placeholder, where it is used in the middle. */
function isLater({ option }: ConfigEntry, value: string): boolean {
  const name = option?.name ?? '';
  if (name === 'set' || name === 'declare-option') return true;
  return (name === 'set-placeholder' || name === 'set-ph') && value.includes('=');
}
