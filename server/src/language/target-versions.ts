import type { TargetVersions } from '../../../shared/messages.ts';
import { targetNginx } from './nginx-conf/version.ts';
import type { Around } from './rules/inputs.ts';
import { targetVersion } from './rules/uwsgi/target-version.ts';

/** The releases that files are checked for, and how that is known. */
export function targetVersions(around: Pick<Around, 'settings' | 'installed'>): TargetVersions {
  const { settings, installed } = around;
  const nginxFrom =
    settings.nginxVersion !== ''
      ? 'setting'
      : installed.nginx === undefined
        ? 'newest'
        : 'installed';
  const uwsgi = targetVersion(around);
  return {
    nginx: { version: targetNginx(around), from: nginxFrom },
    uwsgi: { version: uwsgi.text, from: uwsgi.from },
  };
}
