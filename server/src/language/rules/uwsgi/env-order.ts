import type { ConfigEntry } from '../../uwsgi/config.ts';
import { placeholdersIn } from '../../uwsgi/placeholder-places.ts';
import { defineRule } from '../rule.ts';
import { replace } from './entry-text.ts';

export const envOrder = defineRule({
  id: 'uwsgi/env-order',
  scope: 'uwsgi',
  level: 'warning',
  docs: {
    what: 'An `env` whose value the configuration itself wants to use, or one without a value.',
    why: 'uWSGI replaces $(NAME) while it reads the files, and sets the variables of `env` only afterwards: $(NAME) is what the variable was before, and stays as it is written when there was none. `env = NAME` without `=` removes the variable.',
    fix: 'Write `set-placeholder = name=value`, and use %(name) in both places. `unenv = NAME` removes a variable.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/ParsingOrder.html',
  },
  check(view, report) {
    const set = new Map<string, ConfigEntry>();
    for (const entry of view.config.entries) {
      if (entry.option?.canonical !== 'env' || entry.origin !== 'line' || !isEnv(entry)) continue;
      const equals = entry.value.indexOf('=');
      if (equals > 0) set.set(entry.value.slice(0, equals), entry);
      else if (equals === -1 && /^[A-Za-z_]\w*$/.test(entry.value))
        report({
          span: entry.valueSpan,
          message: `Removes the variable ${entry.value}: a value needs \`${entry.value}=…\``,
          fixes: [
            { ...replace(view, entry.keySpan, 'unenv', 'Say so with `unenv`'), preferred: false },
          ],
        });
    }
    if (set.size === 0) return;
    for (const { origin, valueSpan, option } of view.config.entries) {
      if (origin !== 'line' || option?.immediate === true) continue;
      for (const { sign, tokens, span } of placeholdersIn(view.text, valueSpan)) {
        const env = sign === '$' && tokens[0] ? set.get(tokens[0].text) : undefined;
        if (env === undefined || tokens[0] === undefined) continue;
        // `env = PATH=/opt/bin:$(PATH)` adds to what is there.
        if (valueSpan === env.valueSpan) continue;
        report({
          span,
          message: `Not the value of \`env\`: uWSGI replaces $(${tokens[0].text}) before it sets the variable`,
          related: [{ path: view.path, span: env.valueSpan, message: 'Set after that' }],
        });
      }
    }
  },
});

function isEnv({ key, conditional }: ConfigEntry): boolean {
  return key === 'env' && !conditional;
}
