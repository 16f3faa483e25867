import { defineRule } from '../rule.ts';
import { compareVersions, targetVersion } from './target-version.ts';

export const optionOfAnotherVersion = defineRule({
  id: 'uwsgi/option-of-another-version',
  scope: 'uwsgi',
  level: 'warning',
  docs: {
    what: 'An option that the uWSGI release in use does not have, or that its build leaves out.',
    why: 'An option that uWSGI does not know is a variable to it: it has no effect, and nothing says so. The release is the one of the setting `uwsgiStack.uwsgi.version`, else the installed one.',
    fix: 'Use another option, a newer uWSGI, or set `uwsgiStack.uwsgi.version` to the release that the file is made for.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Changelog-2.0.29.html',
  },
  // Once for each option: a list may have it on a hundred lines.
  check(view, report) {
    const { around, config } = view;
    const target = targetVersion(around);
    const help = target.from === 'installed' ? around.installed.uwsgi?.help : undefined;
    const told = new Set<string>();
    for (const { option, key, keySpan, conditional } of config.entries) {
      if (option === undefined || conditional || told.has(key)) continue;
      if (help?.has(key) === true) continue;
      told.add(key);
      if (option.since !== undefined && compareVersions(target.text, option.since) < 0) {
        const message = `"${key}" came with uWSGI ${option.since}; ${nameOf(target)} takes it for a variable, and nothing happens`;
        report({ span: keySpan, message });
      } else if (
        // A short list is no list of options: the program could not be asked.
        option.plugin === 'core' &&
        option.buildCondition !== undefined &&
        (help?.size ?? 0) > 300
      ) {
        const message = `The uWSGI on this machine (${target.text}) is built without "${key}": it takes it for a variable, and nothing happens`;
        report({ span: keySpan, message });
      }
    }
  },
});

function nameOf({ text, from }: ReturnType<typeof targetVersion>): string {
  return from === 'installed' ? `the one on this machine (${text})` : `uWSGI ${text}`;
}
