import type { ProgramSettings } from '../../../shared/settings.ts';
import { type Installed, nothingInstalled } from '../language/language.ts';
import type { World } from './world.ts';

/** What is known of the installed programs. Before the workspace is trusted, no program is looked up or run. */
export interface Probing {
  readonly current: () => Installed;
  /** The programs that may be run; undefined before the workspace is trusted. */
  readonly allowed: () => ProgramSettings | undefined;
  readonly trust: () => void;
  /** Asks anew when the settings name another program. */
  readonly configure: (programs: ProgramSettings) => void;
}

export function createProbing(
  probe: World['probe'],
  changed: () => void,
  log: (message: string) => void,
): Probing {
  let trusted = false;
  let programs: ProgramSettings | undefined;
  let asked: ProgramSettings | undefined;
  let installed = nothingInstalled;

  const start = () => {
    if (!trusted || programs === undefined) return;
    if (asked?.nginx === programs.nginx && asked.uwsgi === programs.uwsgi) return;
    const wanted = programs;
    asked = wanted;
    probe(wanted).then(
      (found) => {
        // The settings may have changed meanwhile: then another answer is on its way.
        if (asked !== wanted) return;
        installed = found;
        changed();
      },
      (error: unknown) => {
        log(`probe: ${String(error)}`);
      },
    );
  };
  return {
    current: () => installed,
    allowed: () => (trusted ? programs : undefined),
    trust: () => {
      trusted = true;
      start();
    },
    configure: (settings) => {
      programs = settings;
      start();
    },
  };
}
