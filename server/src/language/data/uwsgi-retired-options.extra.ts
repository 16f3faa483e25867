/** Options that a release still takes, but that nobody should use any more. */
export interface RetiredOption {
  /** `dead`: it does nothing at all. `replaced`: it works, and another one is better. */
  readonly state: 'dead' | 'replaced';
  /** A sentence: what is the matter with it. */
  readonly text: string;
  /** The option to write in its place, with the same value. */
  readonly instead?: string;
}

/** By name. From the source of uWSGI 2.0.30 (core/uwsgi.c, plugins/corerouter), tried with 2.0.21. */
export const uwsgiRetiredOptions: Readonly<Record<string, RetiredOption>> = {
  'fastrouter-subscription-slot': {
    state: 'dead',
    text: 'The router needs no slots any more; uWSGI prints a warning and does nothing.',
  },
  'rawrouter-subscription-slot': {
    state: 'dead',
    text: 'The router needs no slots any more; uWSGI prints a warning and does nothing.',
  },
  'fastrouter-post-buffering-dir': {
    state: 'dead',
    text: 'Nothing reads it: large bodies go to the folder that the environment variable TMPDIR names.',
  },
  lazy: {
    state: 'replaced',
    text: 'It loads the app in each worker as `lazy-apps` does, but changes what a reload means as well: only the workers are replaced, and the configuration is not read again.',
    instead: 'lazy-apps',
  },
  'drop-after-init': {
    state: 'replaced',
    text: 'The manual has replaced it by `drop-after-apps`, which keeps the privileges until the apps are loaded.',
    instead: 'drop-after-apps',
  },
};

export function retirementOf(name: string): RetiredOption | undefined {
  return Object.hasOwn(uwsgiRetiredOptions, name) ? uwsgiRetiredOptions[name] : undefined;
}
