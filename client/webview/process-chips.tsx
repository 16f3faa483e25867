import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { StepRole } from '../../shared/launch-plan.ts';
import {
  allProcesses,
  flipProcess,
  flipRole,
  hiddenIds,
  isAlone,
  onlyProcess,
  onlyRole,
  roleIsShown,
  type ProcessChoice,
} from './process-choice.ts';
import type { LogPanelStrings, LogProcess } from './protocol.ts';

export interface ProcessChipsProps {
  readonly strings: LogPanelStrings;
  readonly processes: readonly LogProcess[];
  readonly choice: ProcessChoice;
  readonly choose: (choice: ProcessChoice) => void;
}

interface Chip {
  readonly key: string;
  readonly role: StepRole | undefined;
  readonly label: string;
  readonly colour: string;
  readonly pressed: boolean | 'mixed';
  readonly flip: () => void;
  /** Shows this alone, and everything again when it is alone already. */
  readonly only: () => void;
}

/** One chip for each process, and one for all of a role where there are several. For the keyboard they are one stop. */
export function ProcessChips(props: ProcessChipsProps): JSX.Element | null {
  const { strings, processes } = props;
  const [stop, setStop] = useState('');
  const chips = chipsOf(props);
  if (processes.length === 0) return null;
  const reachable = chips.some(({ key }) => key === stop) ? stop : chips[0]?.key;
  return (
    <div class="chips" role="group" aria-label={strings.processes} onKeyDown={moveFocus}>
      {chips.map(({ key, role, label, colour, pressed, flip, only }) => (
        <button
          key={key}
          type="button"
          class={role === undefined ? 'chip' : 'chip role'}
          aria-pressed={pressed}
          tabIndex={key === reachable ? 0 : -1}
          title={`${label}: ${strings.chipHelp}`}
          style={{ '--process': `var(--vscode-${colour})` }}
          onFocus={() => {
            setStop(key);
          }}
          onClick={(event) => {
            if (event.altKey) only();
            // The second click of a double click undoes what the first did; the double click then decides.
            else flip();
          }}
          onDblClick={only}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !event.altKey) return;
            event.preventDefault();
            only();
          }}
        >
          <span class="dot" />
          {label}
        </button>
      ))}
    </div>
  );
}

function chipsOf({ strings, processes, choice, choose }: ProcessChipsProps): readonly Chip[] {
  const hidden = hiddenIds(choice, processes);
  const toOnly = (wanted: (process: LogProcess) => boolean, alone: ProcessChoice) => () => {
    choose(isAlone(choice, processes, wanted) ? allProcesses : alone);
  };
  const chipOfRole = (role: StepRole): Chip => ({
    key: `role ${role}`,
    ...{ role, label: strings.roles[role], colour: 'descriptionForeground' },
    pressed: roleIsShown(choice, processes, role),
    flip: () => {
      choose(flipRole(choice, processes, role));
    },
    only: toOnly((process) => process.role === role, onlyRole(processes, role)),
  });
  const seen = new Set<StepRole>();
  return processes.flatMap(({ id, title, colour, role }) => {
    const chip: Chip = {
      ...{ key: id, role: undefined, label: title, colour: `terminal-${colour}` },
      pressed: !hidden.has(id),
      flip: () => {
        choose(flipProcess(choice, processes, id));
      },
      only: toOnly((process) => process.id === id, onlyProcess(processes, id)),
    };
    const isFirst = !seen.has(role);
    seen.add(role);
    const isOne = processes.filter((process) => process.role === role).length === 1;
    return isFirst && !isOne ? [chipOfRole(role), chip] : [chip];
  });
}

function moveFocus(event: TargetedKeyboardEvent<HTMLElement>): void {
  const chips = [...event.currentTarget.querySelectorAll('button')];
  const at = chips.findIndex((chip) => chip === document.activeElement);
  const next = new Map([
    ['ArrowRight', (at + 1) % chips.length],
    ['ArrowLeft', (at - 1 + chips.length) % chips.length],
    ['Home', 0],
    ['End', chips.length - 1],
  ]).get(event.key);
  if (next === undefined) return;
  event.preventDefault();
  chips[next]?.focus();
}
