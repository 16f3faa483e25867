import { test } from 'node:test';
import { defaultLanguageSettings } from '../../../../../shared/settings.ts';
import { installedUwsgi } from '../../testing/around.ts';
import { checkUwsgiRule } from '../../testing/uwsgi-rule.ts';
import { uwsgiOptionNames } from '../../uwsgi/options.ts';
import { optionOfAnotherVersion } from './option-of-another-version.ts';

const version = (uwsgiVersion: string) => ({
  settings: { ...defaultLanguageSettings, uwsgiVersion },
});

test('an option that is newer than the release in use', () => {
  const text = `[uwsgi]
max-requests = 1000
max-requests-delta = 10
;<<<<<<<<<<<<<<<<< warning: "max-requests-delta" came with uWSGI 2.0.29; uWSGI 2.0.21 takes it for a variable, …
harakiri-graceful-timeout = 5
;<<<<<<<<<<<<<<<<<<<<<<<< warning: "harakiri-graceful-timeout" came with uWSGI 2.0.22; …
`;
  checkUwsgiRule(optionOfAnotherVersion, text, version('2.0.21'));
  const installed = { installed: installedUwsgi({ version: '2.0.21-debian' }) };
  checkUwsgiRule(
    optionOfAnotherVersion,
    '[uwsgi]\nmax-requests-delta = 1\n;<<<<<<<<<<<<<<<<< warning: "max-requests-delta" came with uWSGI 2.0.29; the one on this machine (2.0.21-debian) …\n',
    installed,
  );
});

test('the setting goes before the installed release, and without both the newest one counts', () => {
  const text = '[uwsgi]\nmax-requests-delta = 10\n';
  const installed = installedUwsgi({ version: '2.0.21-debian' });
  checkUwsgiRule(optionOfAnotherVersion, text, { installed, ...version('2.0.30') });
  checkUwsgiRule(optionOfAnotherVersion, text, { installed, ...version('2.0.29') });
  checkUwsgiRule(optionOfAnotherVersion, text);
});

test('an option that the build leaves out', () => {
  const all = [...uwsgiOptionNames()].map((name): [string, string] => [name, '']);
  const help = new Map(all.filter(([name]) => name !== 'https-socket'));
  checkUwsgiRule(
    optionOfAnotherVersion,
    `[uwsgi]
https-socket = :443,a.crt,a.key
;<<<<<<<<<<< warning: The uWSGI on this machine (2.0.21) is built without "https-socket": …
route-run = log:x
if-env = X
https-socket = :444,a.crt,a.key
endif =
`,
    { installed: installedUwsgi({ version: '2.0.21', help }) },
  );
  const text = '[uwsgi]\nhttps-socket = :443,a.crt,a.key\n';
  checkUwsgiRule(optionOfAnotherVersion, text, { installed: installedUwsgi({}) });
});
