import type { StackFigures } from '../../shared/figures.ts';

/** What the extension and the page of the dashboard say to each other. */
export type ToDashboard =
  | { readonly kind: 'stack'; readonly stack: string; readonly strings: DashboardStrings }
  /** Once a second; undefined while the stack does not run. */
  | { readonly kind: 'figures'; readonly figures: StackFigures | undefined };

export type FromDashboard =
  | { readonly kind: 'hello' }
  /** What moves can be held: nothing is asked meanwhile. */
  | { readonly kind: 'pause'; readonly paused: boolean }
  | { readonly kind: 'sendRequest' }
  | { readonly kind: 'startStack' }
  | { readonly kind: 'showLog'; readonly step: string };

/** In the person's language; `{0}` stands for a value. */
export type DashboardStrings = Readonly<Record<DashboardString, string>>;

export type DashboardString =
  | `source${'Nginx' | 'Uwsgi' | 'None'}`
  | 'title'
  | 'notRunning'
  | 'waiting'
  | 'startStack'
  | 'sendRequest'
  | 'pause'
  | 'resume'
  | 'requests'
  | 'now'
  | 'perSecond'
  | 'latency'
  | 'lastMinute'
  | 'clientErrors'
  | 'serverErrors'
  | 'busy'
  | 'rate'
  | 'distribution'
  | 'errors'
  | 'secondsAgo'
  | 'minutes'
  | 'seconds'
  | 'nothingKnown'
  | 'chartHelp'
  | 'workers'
  | 'worker'
  | 'share'
  | 'busyIdle'
  | 'average'
  | 'memory'
  | 'restarts'
  | 'harakiri'
  | 'exceptions'
  | 'showLog'
  | 'nodes'
  | 'router'
  | 'key'
  | 'node'
  | 'weight'
  | 'failures'
  | 'state'
  | 'alive'
  | 'dead'
  | 'noNodes'
  | 'moreNodes'
  | 'millis'
  | 'megabytes';
