import type { StackDiagram, TextPlace } from '../../shared/messages.ts';

/** What the extension and the page of the diagram say to each other. */
export type ToDiagram =
  | {
      readonly kind: 'diagram';
      readonly diagram: StackDiagram | undefined;
      readonly strings: DiagramStrings;
    }
  /** Processes by the file that they are started with; empty while nothing runs. */
  | { readonly kind: 'processes'; readonly processes: readonly DiagramProcess[] };

export type FromDiagram =
  { readonly kind: 'hello' } | { readonly kind: 'open'; readonly place: TextPlace };

export interface DiagramProcess {
  /** Absolute path of the configuration. */
  readonly file: string;
  readonly title: string;
  readonly state: 'idle' | 'busy' | 'good' | 'warning' | 'bad';
  /** In words of the person's language. */
  readonly stateText: string;
  /** Requests in a second, lately; undefined while it is not known. */
  readonly rate: number | undefined;
  /** Requests since the start. */
  readonly requests: number | undefined;
}

export interface DiagramStrings {
  readonly empty: string;
  readonly label: string;
  readonly help: string;
  readonly zoom: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  /** Of a station: `{0}` is its kind. */
  readonly kinds: Readonly<Record<StackDiagram['nodes'][number]['kind'], string>>;
  /** `{0}` is a number. */
  readonly rate: string;
  readonly requests: string;
  readonly leadsTo: string;
}
