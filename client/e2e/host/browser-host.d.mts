import type { Browser, Page } from 'playwright-core';

export interface HostOptions {
  /** Absolute path of the folder to open. */
  readonly folder: string;
  /** Extension under development; only a page that we open ourselves can load it. */
  readonly extensionPath?: string;
  /** Further extensions, loaded like it; needs `extensionPath`. */
  readonly besides?: readonly string[];
  /** Bundle that exports `run()`; needs `extensionPath`. */
  readonly testsPath?: string;
  /** User settings, on top of `quietSettings`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** `false` leaves Workspace Trust on and the folder untrusted: Restricted Mode. */
  readonly trust?: boolean;
  readonly port?: number;
  /** The server's folder; a fresh one by default, removed at the end. */
  readonly dataDirectory?: string;
  /** `false` starts the server alone, for a person's own browser. */
  readonly page?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Additions to the environment of the server and its extension host. */
  readonly env?: Readonly<Record<string, string>>;
  readonly onConsole?: (type: string, text: string) => void;
}

export interface Host {
  readonly url: string;
  readonly page: Page | undefined;
  readonly serverPid: number;
  readonly dataDirectory: string;
  readonly extensionHostPids: () => number[];
  /** The suite's exit code; pending for ever without `testsPath`. */
  readonly suiteExit: Promise<number>;
  readonly serverExit: Promise<number>;
  readonly serverOutput: () => string;
  readonly stop: () => Promise<void>;
}

export declare const quietSettings: Readonly<Record<string, unknown>>;
export declare function startHost(options: HostOptions): Promise<Host>;
export declare function launchBrowser(): Promise<Browser>;
export declare function freePort(): Promise<number>;
