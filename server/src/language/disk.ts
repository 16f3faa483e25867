/**
 * What the core may ask about files that are no part of the snapshot: an app module beside its ini file, a certificate,
 * a `pyvenv.cfg`. The core never waits: an answer that is not there yet is undefined, the shell fetches it and asks the
 * core again with a new `Disk`.
 */
export interface Disk {
  /** undefined while it is not known; rules then stay silent. `path` is absolute, with forward slashes. */
  look(path: string): DiskEntry | undefined;
  /** Text of a small file (at most 1 MiB); undefined while it is not known, and for all that is no readable text. */
  text(path: string): string | undefined;
}

export type DiskEntry =
  | { readonly kind: 'absent' }
  | { readonly kind: 'file'; readonly mode: number }
  /** Names only, sorted; of a huge folder the first 10,000. */
  | { readonly kind: 'folder'; readonly names: readonly string[] }
  /** A socket, pipe or device; or something that may not be looked at. */
  | { readonly kind: 'other' };

/** Knows nothing: for tests, and for editors without a file system. */
export const blindDisk: Disk = { look: () => undefined, text: () => undefined };
