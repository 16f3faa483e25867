import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Finding } from '../language/language.ts';
import { createRanges, type TextOf, toDiagnostic, uriOfPath } from './convert.ts';

/** Sends what has changed since the last time only: an untouched file costs the editor nothing. */
export function createPublisher(
  send: (params: PublishDiagnosticsParams) => void,
  textOf: TextOf,
): (findings: ReadonlyMap<string, readonly Finding[]>) => void {
  const sent = new Map<string, string>();
  return (findings) => {
    const range = createRanges(textOf);
    for (const path of new Set([...sent.keys(), ...findings.keys()])) {
      const diagnostics = (findings.get(path) ?? []).map((finding) => toDiagnostic(finding, range));
      const text = JSON.stringify(diagnostics);
      if ((sent.get(path) ?? '[]') === text) continue;
      if (diagnostics.length === 0) sent.delete(path);
      else sent.set(path, text);
      send({ uri: uriOfPath(path), diagnostics });
    }
  };
}
