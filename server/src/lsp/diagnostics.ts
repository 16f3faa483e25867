import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Finding } from '../language/language.ts';
import { toDiagnostic } from './convert.ts';
import { type Places, uriOfPath } from './places.ts';

/** Sends what has changed since the last time only: an untouched file costs the editor nothing. */
export function createPublisher(
  send: (params: PublishDiagnosticsParams) => void,
): (findings: ReadonlyMap<string, readonly Finding[]>, places: Places) => void {
  const sent = new Map<string, string>();
  return (findings, places) => {
    for (const path of new Set([...sent.keys(), ...findings.keys()])) {
      const diagnostics = (findings.get(path) ?? []).map((finding) =>
        toDiagnostic(finding, places),
      );
      const text = JSON.stringify(diagnostics);
      if ((sent.get(path) ?? '[]') === text) continue;
      if (diagnostics.length === 0) sent.delete(path);
      else sent.set(path, text);
      send({ uri: uriOfPath(path), diagnostics });
    }
  };
}
