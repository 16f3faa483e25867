import type { ConfigEntry } from '../../uwsgi/config.ts';
import type { EffectiveConfig } from '../../uwsgi/effective.ts';
import { defineRule } from '../rule.ts';
import { removeLine } from './entry-text.ts';
import { type OptionNeed, optionNeeds } from './option-needs.ts';
import { wholesOf } from './wholes-of.ts';

export const optionWithoutEffect = defineRule({
  id: 'uwsgi/option-without-effect',
  scope: 'uwsgi',
  level: 'information',
  docs: {
    what: 'An option that only changes how another one works, without that other one.',
    why: 'uWSGI takes the option, and nothing comes of it: `http-timeout` beside `http-socket`, `cheaper-step` without `cheaper`, `chmod-socket` without a unix socket.',
    fix: 'Set the option that the message names, or remove the line.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Options.html',
  },
  check(view, report) {
    const suspects = view.config.entries.flatMap((entry) => {
      const need = entry.conditional ? undefined : needOf(entry);
      return need === undefined ? [] : [{ entry, need }];
    });
    if (suspects.length === 0) return;
    const wholes = wholesOf(view);
    // A piece without a role of its own is there to be brought in.
    const stands = ({ complete, roles }: EffectiveConfig) =>
      complete && (roles.router || roles.worker);
    if (!wholes.every(stands)) return;
    const entries = wholes.flatMap((whole) => whole.entries);
    // An unknown option may be named by a template or on the command line; one that is here is enough.
    const idle = new Set(
      [...new Set(suspects.map(({ need }) => need))].filter(
        ({ by }) => !entries.some((entry) => entry.option !== undefined && by(entry.option, entry)),
      ),
    );
    for (const { entry, need } of suspects) {
      if (!idle.has(need)) continue;
      report({
        span: entry.keySpan,
        message: `${entry.key} has no effect: ${need.why}`,
        // A line that starts the master process all the same is missed when it is gone.
        ...(entry.option?.flags.includes('MASTER') === true
          ? {}
          : { fixes: [removeLine(view, entry, 'Remove the line')], tag: 'unnecessary' }),
      });
    }
  },
});

function needOf({ option, origin }: ConfigEntry): OptionNeed | undefined {
  if (option === undefined || origin !== 'line') return undefined;
  return optionNeeds.find(({ of }) => of(option));
}
