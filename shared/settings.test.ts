import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readManifest } from '../scripts/lib/manifest.mjs';
import {
  defaultLanguageSettings,
  readLanguageSettings,
  settingPrefix,
  settingTable,
} from './settings.ts';
import type { SettingRow } from './settings.ts';

interface Property {
  readonly type: string;
  readonly default: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly scope: string;
  readonly markdownDescription: string;
}

interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Record<string, Property> };
  };
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
}

const manifest = readManifest() as Manifest;
const rows: readonly (readonly [string, SettingRow])[] = Object.entries(settingTable);

describe('the settings in package.json', () => {
  const { properties } = manifest.contributes.configuration;

  it('are those of the table, in its order', () => {
    assert.deepEqual(
      Object.keys(properties),
      rows.map(([key]) => `${settingPrefix}.${key}`),
    );
  });

  for (const [key, row] of rows) {
    it(`agree about ${key}`, () => {
      const property = properties[`${settingPrefix}.${key}`];
      assert.ok(property);
      const { type, minimum, maximum, scope, markdownDescription } = property;
      assert.deepEqual(
        {
          type,
          default: property.default,
          minimum,
          maximum,
          scope,
          description: markdownDescription,
        },
        {
          type: row.type,
          default: row.default,
          minimum: row.minimum,
          maximum: row.maximum,
          scope: row.scope,
          description: row.description,
        },
      );
    });
  }

  it('let no workspace without trust name a program', () => {
    assert.deepEqual(
      manifest.capabilities.untrustedWorkspaces.restrictedConfigurations,
      rows.map(([key]) => `${settingPrefix}.${key}`).filter((key) => key.endsWith('.path')),
    );
  });
});

describe('readLanguageSettings', () => {
  it('falls back to the default where the value has another shape', () => {
    assert.deepEqual(readLanguageSettings(null), defaultLanguageSettings);
    assert.deepEqual(
      readLanguageSettings({ rules: 7, stack: { workers: 'many', readyTimeout: NaN } }),
      defaultLanguageSettings,
    );
  });

  it('keeps numbers inside their bounds', () => {
    const settings = readLanguageSettings({ stack: { workers: 0, readyTimeout: 5 } });
    assert.equal(settings.workers, 1);
    assert.equal(settings.readyTimeoutMs, 5000);
  });

  it('takes a version as text only', () => {
    assert.equal(readLanguageSettings({ uwsgi: { version: ' 2.0.21 ' } }).uwsgiVersion, '2.0.21');
    assert.equal(readLanguageSettings({ uwsgi: { version: 2 } }).uwsgiVersion, '');
  });

  it('takes rule levels that exist', () => {
    assert.deepEqual(readLanguageSettings({ rules: { a: 'off', b: 'loud' } }).rules, { a: 'off' });
  });

  it("takes nginx's version out of what a person may write, and names of directives", () => {
    const version = (value: unknown) =>
      readLanguageSettings({ nginx: { version: value } }).nginxVersion;
    assert.equal(version('nginx/1.22.1'), '1.22.1');
    assert.equal(version('newest'), '');
    assert.equal(version(1.22), '');
    const { nginxCustomDirectives } = readLanguageSettings({
      nginx: { customDirectives: ['a', 1] },
    });
    assert.deepEqual(nginxCustomDirectives, ['a']);
  });
});
