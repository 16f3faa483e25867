import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultLanguageSettings } from '../../../shared/settings.ts';
import { targetVersions } from './target-versions.ts';

const installed = {
  nginx: { version: '1.22.1' },
  uwsgi: { version: '2.0.21-debian' },
} as Parameters<typeof targetVersions>[0]['installed'];

test('a version of the settings counts before the installed one', () => {
  assert.deepEqual(targetVersions({ settings: defaultLanguageSettings, installed }), {
    nginx: { version: '1.22.1', from: 'installed' },
    uwsgi: { version: '2.0.21-debian', from: 'installed' },
  });
  const settings = { ...defaultLanguageSettings, nginxVersion: '1.28.0', uwsgiVersion: '2.0.20' };
  assert.deepEqual(targetVersions({ settings, installed }), {
    nginx: { version: '1.28.0', from: 'setting' },
    uwsgi: { version: '2.0.20', from: 'setting' },
  });
});
