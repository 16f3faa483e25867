import type { JSX, RefObject } from 'preact';
import { Icon, type IconName } from './icons.tsx';
import { ProcessChips } from './process-chips.tsx';
import type { LogPanelStrings, LogProcess } from './protocol.ts';
import type { PanelState } from './vscode-api.ts';

export interface ToolbarProps {
  readonly strings: LogPanelStrings;
  readonly processes: readonly LogProcess[];
  readonly state: PanelState;
  readonly problem: string | undefined;
  readonly visible: number;
  readonly total: number;
  readonly filterInput: RefObject<HTMLInputElement | null>;
  readonly change: (change: Partial<PanelState>) => void;
  readonly copy: () => void;
  readonly export: () => void;
  readonly jump: (step: 1 | -1) => void;
  readonly clear: () => void;
}

export function Toolbar(props: ToolbarProps): JSX.Element {
  const { strings, state, change } = props;
  const toggle = (icon: IconName, key: 'regex' | 'follow' | 'wrap' | 'times') => (
    <ActionButton
      icon={icon}
      label={strings[key]}
      pressed={state[key]}
      press={() => {
        change({ [key]: !state[key] });
      }}
    />
  );
  return (
    <div class="toolbar" role="toolbar" aria-label={strings.log}>
      <div class="tabs" role="tablist">
        {(['lines', 'requests'] as const).map((view) => (
          <button
            key={view}
            type="button"
            role="tab"
            class="tab"
            aria-selected={state.view === view}
            onClick={() => {
              change({ view });
            }}
          >
            {strings[view]}
          </button>
        ))}
      </div>
      <ProcessChips strings={strings} processes={props.processes} choice={state} choose={change} />
      <div class="filter" data-problem={props.problem === undefined ? undefined : 'yes'}>
        <Icon name="filter" />
        <input
          ref={props.filterInput}
          type="text"
          value={state.text}
          placeholder={strings.filter}
          aria-label={strings.filter}
          aria-invalid={props.problem !== undefined}
          title={props.problem === undefined ? undefined : `${strings.badRegex} ${props.problem}`}
          spellcheck={false}
          onInput={(event) => {
            change({ text: event.currentTarget.value });
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') change({ text: '' });
          }}
        />
        {toggle('regex', 'regex')}
      </div>
      <select
        class="level"
        aria-label={strings.level}
        title={strings.level}
        value={state.level}
        onChange={(event) => {
          change({ level: event.currentTarget.value as PanelState['level'] });
        }}
      >
        {(['all', 'warning', 'error'] as const).map((level) => (
          <option key={level} value={level}>
            {strings.levels[level]}
          </option>
        ))}
      </select>
      <span class="count" role="status">
        {countText(props)}
      </span>
      <span class="actions">
        <ActionButton
          icon="up"
          label={strings.previousError}
          press={() => {
            props.jump(-1);
          }}
        />
        <ActionButton
          icon="down"
          label={strings.nextError}
          press={() => {
            props.jump(1);
          }}
        />
        {toggle('follow', 'follow')}
        {toggle('wrap', 'wrap')}
        {toggle('times', 'times')}
        <ActionButton icon="copy" label={strings.copy} press={props.copy} />
        <ActionButton icon="export" label={strings.export} press={props.export} />
        <ActionButton icon="clear" label={strings.clear} press={props.clear} />
      </span>
    </div>
  );
}

interface ActionButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly pressed?: boolean;
  readonly press: () => void;
}

function ActionButton({ icon, label, pressed, press }: ActionButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class="action"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onClick={press}
    >
      <Icon name={icon} />
    </button>
  );
}

function countText({ strings, visible, total }: ToolbarProps): string {
  return visible === total
    ? strings.lineCount.replace('{0}', total.toLocaleString())
    : strings.filteredCount
        .replace('{0}', visible.toLocaleString())
        .replace('{1}', total.toLocaleString());
}
