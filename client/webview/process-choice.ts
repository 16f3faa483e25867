import type { StepRole } from '../../shared/launch-plan.ts';
import type { LogProcess } from './protocol.ts';

/**
 * Whose lines are hidden. What is hidden is noted, not what is shown: a process that comes later is seen, unless its whole
 * role is hidden.
 */
export interface ProcessChoice {
  readonly hidden: readonly string[];
  readonly hiddenRoles: readonly StepRole[];
}

export const allProcesses: ProcessChoice = { hidden: [], hiddenRoles: [] };

export function hiddenIds(
  { hidden, hiddenRoles }: ProcessChoice,
  processes: readonly LogProcess[],
): ReadonlySet<string> {
  const byRole = processes.filter(({ role }) => hiddenRoles.includes(role)).map(({ id }) => id);
  return new Set([...hidden, ...byRole]);
}

export function flipProcess(
  choice: ProcessChoice,
  processes: readonly LogProcess[],
  id: string,
): ProcessChoice {
  const role = processes.find((each) => each.id === id)?.role;
  if (role !== undefined && choice.hiddenRoles.includes(role)) {
    const others = idsOf(processes, role).filter((other) => other !== id);
    return {
      hidden: [...new Set([...choice.hidden.filter((each) => each !== id), ...others])],
      hiddenRoles: choice.hiddenRoles.filter((each) => each !== role),
    };
  }
  const hidden = choice.hidden.includes(id)
    ? choice.hidden.filter((each) => each !== id)
    : [...choice.hidden, id];
  return { ...choice, hidden };
}

/** Shows all of the role, unless all of it is shown already. */
export function flipRole(
  choice: ProcessChoice,
  processes: readonly LogProcess[],
  role: StepRole,
): ProcessChoice {
  const own = idsOf(processes, role);
  const hidden = choice.hidden.filter((id) => !own.includes(id));
  const otherRoles = choice.hiddenRoles.filter((each) => each !== role);
  const hide = roleIsShown(choice, processes, role) === true;
  return { hidden, hiddenRoles: hide ? [...otherRoles, role] : otherRoles };
}

/** Shows one process alone. */
export function onlyProcess(processes: readonly LogProcess[], id: string): ProcessChoice {
  return {
    hidden: processes.map((process) => process.id).filter((other) => other !== id),
    hiddenRoles: [],
  };
}

/** Shows one role alone; who joins it later is seen, too. */
export function onlyRole(processes: readonly LogProcess[], role: StepRole): ProcessChoice {
  return { hidden: [], hiddenRoles: rolesOf(processes).filter((other) => other !== role) };
}

/** Whether exactly these are shown. */
export function isAlone(
  choice: ProcessChoice,
  processes: readonly LogProcess[],
  wanted: (process: LogProcess) => boolean,
): boolean {
  const hidden = hiddenIds(choice, processes);
  return processes.every((process) => hidden.has(process.id) !== wanted(process));
}

export function roleIsShown(
  choice: ProcessChoice,
  processes: readonly LogProcess[],
  role: StepRole,
): boolean | 'mixed' {
  const hidden = hiddenIds(choice, processes);
  const own = idsOf(processes, role);
  const shown = own.filter((id) => !hidden.has(id)).length;
  return shown === own.length ? true : shown === 0 ? false : 'mixed';
}

/** In the order of the processes. */
export function rolesOf(processes: readonly LogProcess[]): readonly StepRole[] {
  return [...new Set(processes.map(({ role }) => role))];
}

function idsOf(processes: readonly LogProcess[], role: StepRole): readonly string[] {
  return processes.filter((process) => process.role === role).map(({ id }) => id);
}
