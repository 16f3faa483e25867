import { uwsgiLogVariables } from '../../data/uwsgi-log-variables.extra.ts';
import { placeholderDefinition } from '../../uwsgi/lookup.ts';
import { placeholdersIn } from '../../uwsgi/placeholder-places.ts';
import { defineRule } from '../rule.ts';

export const logVariable = defineRule({
  id: 'uwsgi/log-variable',
  scope: 'uwsgi',
  level: 'warning',
  docs: {
    what: 'A variable of `log-format` that a line of the configuration replaces.',
    why: 'Both are written %(name). uWSGI replaces its own options and variables first: with a line `size = 10`, each request is logged with the size 10.',
    fix: 'Give the variable of the configuration another name.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/LogFormat.html',
  },
  check(view, report) {
    for (const entry of view.config.entries) {
      const name = entry.option?.name;
      if ((name !== 'log-format' && name !== 'logformat') || entry.origin !== 'line') continue;
      for (const { sign, tokens, span } of placeholdersIn(view.text, entry.valueSpan)) {
        const [token] = tokens;
        if (sign !== '%' || token === undefined || tokens.length > 1) continue;
        if (!Object.hasOwn(uwsgiLogVariables, token.text)) continue;
        const line = placeholderDefinition(view.effective, token.text);
        if (line === undefined || line.conditional) continue;
        report({
          span,
          message: `Not of the request: the configuration has a line "${token.text}", whose value uWSGI puts here`,
          related: [{ path: line.path, span: line.keySpan, message: 'The line' }],
        });
      }
    }
  },
});
