import type { ProgramSettings } from '../../../../shared/settings.ts';
import type { Installed } from '../../language/language.ts';
import { findProgram } from './find-program.ts';
import { probeNginx } from './probe-nginx.ts';
import { probeUwsgi } from './probe-uwsgi.ts';

/** Runs the programs that the settings name, to learn what they are. For trusted workspaces only. */
export async function probePrograms(settings: ProgramSettings): Promise<Installed> {
  const [nginx, uwsgi] = await Promise.all([
    findProgram(settings.nginx),
    findProgram(settings.uwsgi),
  ]);
  return {
    nginx: nginx === undefined ? undefined : await probeNginx(nginx),
    uwsgi: uwsgi === undefined ? undefined : await probeUwsgi(uwsgi),
  };
}
