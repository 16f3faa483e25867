import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Finding, Opinion } from '../language/language.ts';
import { opinionDiagnostic, toDiagnostic } from './convert.ts';
import { type Places, uriOfPath } from './places.ts';

/** Sends what has changed since the last time only: an untouched file costs the editor nothing. */
export function createPublisher(
  send: (params: PublishDiagnosticsParams) => void,
): (
  findings: ReadonlyMap<string, readonly Finding[]>,
  opinions: readonly Opinion[],
  places: Places,
) => void {
  const sent = new Map<string, string>();
  return (findings, opinions, places) => {
    const said = Map.groupBy(opinions, ({ path }) => path);
    for (const path of new Set([...sent.keys(), ...findings.keys(), ...said.keys()])) {
      const diagnostics = [
        ...(findings.get(path) ?? []).map((finding) => toDiagnostic(finding, places)),
        ...(said.get(path) ?? []).map((opinion) => opinionDiagnostic(opinion, places)),
      ];
      const text = JSON.stringify(diagnostics);
      if ((sent.get(path) ?? '[]') === text) continue;
      if (diagnostics.length === 0) sent.delete(path);
      else sent.set(path, text);
      send({ uri: uriOfPath(path), diagnostics });
    }
  };
}
