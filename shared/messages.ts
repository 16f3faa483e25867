import type { LaunchPlan, StepRole } from './launch-plan.ts';

/**
 * What client and server say to each other beyond the LSP. Method names and plain interfaces only: the two libraries
 * bring different majors of `vscode-jsonrpc`, whose `RequestType` objects do not mix.
 */
export const methods = {
  /** client → server, request: {@link StacksParams} → {@link StackOutline}[] */
  stacks: 'uwsgiStack/stacks',
  /** client → server, request: {@link PlanParams} → {@link PlanResult} */
  plan: 'uwsgiStack/plan',
  /** client → server, request: {@link ExplainParams} → {@link ExplainResult} */
  explain: 'uwsgiStack/explain',
  /** client → server, request: {@link ExampleUrlParams} → a URL, or null where there is no nginx file. */
  exampleUrl: 'uwsgiStack/exampleUrl',
  /** client → server, request: {@link TestNginxParams} → {@link TestNginxResult} */
  testNginx: 'uwsgiStack/testNginx',
  /** client → server, request without parameters → {@link TargetVersions}, or null where that failed. */
  targets: 'uwsgiStack/targets',
  /** client → server, notification without parameters: the workspace has become trusted. */
  trustGranted: 'uwsgiStack/trustGranted',
  /** client → server, request: {@link DiagramParams} → {@link StackDiagram}, or null where there is no such stack. */
  diagram: 'uwsgiStack/diagram',
  /** server → client, request in a browser, where only the client has files: {@link PathParams} → {@link LookResult} */
  look: 'uwsgiStack/look',
  /** likewise: {@link ReadTextParams} → the text, or null for what is absent, larger than the limit or no text. */
  readText: 'uwsgiStack/readText',
  /** server → client, notification without parameters: the outlines may have changed. */
  stacksChanged: 'uwsgiStack/stacksChanged',
} as const;

/**
 * Switches of the server's Node.js. A check makes much that is gone a moment later. With a small room for the young, and a
 * heap that may grow to two and a half times of what has outlived the last collection, the process keeps some hundred
 * megabytes less, and takes no longer (`npm run bench -- memory latency`); with less to grow, edits of large files would.
 */
export const serverSwitches: readonly string[] = [
  '--max-semi-space-size=2',
  '--heap-growing-percent=150',
];

/** Added to the server's environment: glibc would keep a pool of memory for each of the engine's helper threads. */
export const serverEnvironment: Readonly<Record<string, string>> = { MALLOC_ARENA_MAX: '1' };

/** What a client of ours says of itself when it starts the server; other editors send nothing. */
export interface InitializationOptions {
  /** Whether programs of this machine may be run for this workspace. */
  readonly trusted: boolean;
  /** Command of the editor that opens the completion list again, for the values of what was just inserted. */
  readonly retriggerCommand: string | undefined;
  /** Whether the editor has the command `uwsgiStack.showPlaces` (URI, position, locations as the LSP has them). */
  readonly showPlaces: boolean;
  /** Whether the editor has the command `uwsgiStack.sendRequest` (id of a stack, URL). */
  readonly sendRequest: boolean;
}

export function readInitializationOptions(value: unknown): InitializationOptions {
  const { trusted, retriggerCommand, showPlaces, sendRequest } =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return {
    trusted: trusted === true,
    retriggerCommand: typeof retriggerCommand === 'string' ? retriggerCommand : undefined,
    showPlaces: showPlaces === true,
    sendRequest: sendRequest === true,
  };
}

export interface PathParams {
  /** Absolute path, as the server has it of the client's URIs. */
  readonly path: string;
}

export interface ReadTextParams extends PathParams {
  /** In bytes. */
  readonly limit: number;
}

export type LookResult =
  | { readonly kind: 'file' | 'absent' | 'other' }
  | { readonly kind: 'folder'; readonly entries: readonly FolderEntry[] };

export interface FolderEntry {
  readonly name: string;
  /** What a symbolic link leads to is not asked: it is `other`. */
  readonly kind: 'file' | 'folder' | 'other';
}

export type StacksParams = Record<string, never>;

/** A stack as the files describe it, whether it runs or not. */
export interface StackOutline {
  readonly id: string;
  readonly title: string;
  /** Absolute path of its folder. */
  readonly root: string;
  readonly nodes: readonly OutlineNode[];
  /** The page that a browser would open, once it runs. */
  readonly url: string | undefined;
  /** Absolute paths of all files that belong to it. */
  readonly files: readonly string[];
}

export interface OutlineNode {
  readonly roles: readonly StepRole[];
  /** File name, for workers the template's id. */
  readonly title: string;
  /** As written: `127.0.0.1:3030`, `127.*:0`, … undefined where there is none. */
  readonly address: string | undefined;
  /** Keys that a worker subscribes with, server names of nginx. */
  readonly names: readonly string[];
  readonly path: string;
  /** 0-based. */
  readonly line: number;
}

export interface DiagramParams {
  /** Id of a {@link StackOutline}. */
  readonly stack: string;
}

/** A stack as a picture: stations of a request from left to right, and the wires between them. */
export interface StackDiagram {
  readonly stack: string;
  readonly title: string;
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
}

export interface DiagramNode {
  /** The same over edits elsewhere in the files. */
  readonly id: string;
  /** `nowhere` is an address that a wire leads to, and nobody has. */
  readonly kind: 'server' | 'pass' | 'router' | 'worker' | 'app' | 'nowhere';
  readonly title: string;
  readonly detail: string;
  readonly place: TextPlace;
  /** Absolute path of the configuration that a program is started with; undefined for what is none. */
  readonly file: string | undefined;
  /** The worst finding there. */
  readonly level: 'error' | 'warning' | undefined;
  readonly problem: string | undefined;
}

export interface DiagramEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** An address or a key; empty where nothing is to be said. */
  readonly label: string;
  readonly place: TextPlace;
  /** Why the wire leads nowhere; undefined for one that leads somewhere. */
  readonly problem: string | undefined;
}

export interface PlanParams {
  /** Id of a {@link StackOutline}; undefined takes the only one, and is a problem where there are several. */
  readonly stack: string | undefined;
  /** Number of workers by template id; a template that is absent gets the setting's number. */
  readonly workers: Readonly<Record<string, number>>;
  /** Absolute path of the private folder for this run; short, since socket paths are limited to 102 bytes. */
  readonly runDirectory: string;
  readonly programs: Programs;
  /** Whether the programs will run as root: ports below 1024 are then free to take. */
  readonly root: boolean;
  /** Ports of nginx that something else has, with those to take in their place. */
  readonly moved?: Readonly<Record<string, number>> | undefined;
}

/** Absolute paths of the programs, found by the launcher. */
export interface Programs {
  readonly nginx: string;
  readonly uwsgi: string;
  /** Folder for `load_module modules/…`, as `nginx -V` names it. */
  readonly nginxModules: string | undefined;
  /** Folder of the build's own configuration, where `uwsgi_params` and `mime.types` lie. */
  readonly nginxFolder: string | undefined;
}

export type PlanResult =
  | { readonly kind: 'plan'; readonly plan: LaunchPlan }
  | { readonly kind: 'problems'; readonly problems: readonly PlanProblem[] };

/** Why no plan can be made, in words for a person. */
export interface PlanProblem {
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
  readonly path: string | undefined;
  /** 0-based. */
  readonly line: number | undefined;
}

/** A place in a file, as editors count: line and character from 0, characters in UTF-16 units. */
export interface TextPlace {
  /** Absolute path. */
  readonly path: string;
  readonly line: number;
  readonly character: number;
}

/** A place of a document, as the LSP counts. */
export interface ExampleUrlParams {
  /** The document that is looked at; without one the first configuration lends its name. */
  readonly uri: string | undefined;
  readonly position: { readonly line: number; readonly character: number } | undefined;
}

export interface ExplainParams {
  /** `http://host:port/path`, or a path alone. */
  readonly url: string;
  /** GET when it is undefined. */
  readonly method: string | undefined;
  /** The document that is looked at: the configurations that it belongs to are asked. */
  readonly uri: string | undefined;
}

export type ExplainResult =
  | { readonly kind: 'explained'; readonly explanations: readonly ExplainedRequest[] }
  | { readonly kind: 'problem'; readonly message: string };

/** What nginx does with a request, in its order. */
export interface ExplainedRequest {
  /** Absolute path of the main configuration. */
  readonly main: string;
  readonly steps: readonly ExplainedStep[];
  /** One sentence: what the client gets. */
  readonly answer: string;
  /** Whether the files alone decide all of it. */
  readonly sure: boolean;
  /** The same as a document, with links. */
  readonly markdown: string;
}

export interface ExplainedStep {
  /** A sentence. */
  readonly text: string;
  readonly place: TextPlace | undefined;
  readonly sure: boolean;
  /** What could have been chosen instead, and why it was not. */
  readonly lost: readonly {
    readonly title: string;
    readonly reason: string;
    readonly place: TextPlace | undefined;
  }[];
}

/** A release that files are checked for. */
export interface TargetVersion {
  /** As it is written: `2.0.21-debian`. */
  readonly version: string;
  /** `newest` where nothing is installed or set. */
  readonly from: 'setting' | 'installed' | 'newest';
}

export interface TargetVersions {
  readonly nginx: TargetVersion;
  readonly uwsgi: TargetVersion;
}

export interface TestNginxParams {
  /** The document whose configuration nginx tests. */
  readonly uri: string;
}

export type TestNginxResult =
  | {
      readonly kind: 'tested';
      /** Absolute paths of the main configurations that were tested; of a fragment that nobody includes its own. */
      readonly mains: readonly string[];
      /** How many errors and warnings nginx has, those included that our own checks have told already. */
      readonly complaints: number;
    }
  | { readonly kind: 'problem'; readonly message: string };
