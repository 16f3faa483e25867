import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Finding, Opinion } from '../language/language.ts';
import { opinionDiagnostic, toDiagnostic } from './convert.ts';
import { type Places, uriOfPath } from './places.ts';

/** Sends what has changed since the last time only: an untouched file costs the editor nothing. */
export interface Publisher {
  /** The findings of one file; what was said of the others stands. */
  readonly file: (
    path: string,
    findings: readonly Finding[],
    opinions: readonly Opinion[],
    places: Places,
  ) => void;
  /** Those of all files that have any. */
  readonly all: (
    findings: ReadonlyMap<string, readonly Finding[]>,
    opinions: readonly Opinion[],
    places: Places,
  ) => void;
}

export function createPublisher(send: (params: PublishDiagnosticsParams) => void): Publisher {
  const sent = new Map<string, string>();
  const file: Publisher['file'] = (path, findings, opinions, places) => {
    const diagnostics = [
      ...findings.map((finding) => toDiagnostic(finding, places)),
      ...opinions.map((opinion) => opinionDiagnostic(opinion, places)),
    ].sort(byPlace);
    const text = JSON.stringify(diagnostics);
    if ((sent.get(path) ?? '[]') === text) return;
    if (diagnostics.length === 0) sent.delete(path);
    else sent.set(path, text);
    send({ uri: uriOfPath(path), diagnostics });
  };
  return {
    file,
    all: (findings, opinions, places) => {
      const said = Map.groupBy(opinions, ({ path }) => path);
      for (const path of new Set([...sent.keys(), ...findings.keys(), ...said.keys()]))
        file(path, findings.get(path) ?? [], said.get(path) ?? [], places);
    },
  };
}

/** So that the same findings are the same text, whichever check has brought them. */
function byPlace(one: Diagnostic, other: Diagnostic): number {
  return (
    one.range.start.line - other.range.start.line ||
    one.range.start.character - other.range.start.character ||
    compare(JSON.stringify(one), JSON.stringify(other))
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
