import type { EffectiveConfig } from '../../uwsgi/effective.ts';

/** Whether surely no line starts the master process; an option that needs it starts it by itself. */
export function hasNoMaster({ complete, entries }: EffectiveConfig): boolean {
  const masters = ['MASTER', 'LOG_MASTER', 'REQ_LOG_MASTER'];
  return (
    complete &&
    !entries.some(
      ({ option }) =>
        option?.name === 'master' || option?.flags.some((flag) => masters.includes(flag)),
    )
  );
}
