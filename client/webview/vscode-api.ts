import type { LevelChoice } from './line-filter.ts';
import { allProcesses, type ProcessChoice } from './process-choice.ts';
import type { FromPanel } from './protocol.ts';

/** What the panel remembers while it is hidden (its page is then thrown away) and over a reload of the window. */
export interface PanelState extends ProcessChoice {
  readonly text: string;
  readonly regex: boolean;
  readonly follow: boolean;
  readonly wrap: boolean;
  readonly times: boolean;
  readonly level: LevelChoice;
  readonly view: 'lines' | 'requests';
}

const initialState: PanelState = {
  ...allProcesses,
  text: '',
  regex: false,
  follow: true,
  wrap: false,
  times: true,
  level: 'all',
  view: 'lines',
};

interface VsCodeApi {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: PanelState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

export function post(message: FromPanel): void {
  api.postMessage(message);
}

export function loadState(): PanelState {
  const stored = api.getState();
  return typeof stored === 'object' && stored !== null
    ? { ...initialState, ...stored }
    : initialState;
}

export function saveState(state: PanelState): void {
  api.setState(state);
}
