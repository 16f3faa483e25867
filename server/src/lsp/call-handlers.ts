import {
  type CallHierarchyItem,
  LSPErrorCodes,
  ResponseError,
  SymbolKind,
} from 'vscode-languageserver';
import type { Call, CallItem } from '../language/language.ts';
import type { Desk } from './desk.ts';
import { onWorkspace } from './on-file.ts';
import { createPlaces, pathOfUri, type Places, uriOfPath } from './places.ts';
import { safely } from './safe.ts';

/** The way of a request, as a call hierarchy: from the name of a server down to the app, and back. */
export function registerCalls(desk: Desk): void {
  const { connection, language, log, snapshot, settled } = desk;
  const { callHierarchy } = connection.languages;
  callHierarchy.onPrepare(
    onWorkspace(
      desk,
      'prepareCallHierarchy',
      null as CallHierarchyItem[] | null,
      ({ path, places, snapshot: now }, { position }) => {
        const items = language.prepareCalls(now, path, places.offset(path, position));
        return items.length === 0 ? null : items.map((item) => toItem(item, places));
      },
    ),
  );
  const calls = async <Result>(
    item: CallHierarchyItem,
    ask: (item: CallItem) => readonly Call[],
    convert: (call: Call, asked: CallItem, places: Places) => Result,
  ): Promise<Result[] | ResponseError> => {
    await settled();
    const asked = fromItem(item);
    if (asked === undefined)
      return new ResponseError(LSPErrorCodes.RequestFailed, 'This item is not of this server.');
    // Where an app lies the disk tells, which may have to be asked first.
    const before = desk.disk.misses();
    let found = ask(asked);
    if (desk.disk.misses() !== before) {
      await Promise.race([desk.disk.answered(), delay(patience)]);
      found = ask(asked);
    }
    const places = createPlaces(snapshot());
    return found.map((call) => convert(call, asked, places));
  };
  callHierarchy.onOutgoingCalls(
    safely('outgoingCalls', log, [], ({ item }: { readonly item: CallHierarchyItem }) =>
      calls(
        item,
        (asked) => language.outgoingCalls(snapshot(), asked),
        (call, asked, places) => ({
          to: toItem(call.item, places),
          fromRanges: call.from.map((span) => places.range(asked.path, span)),
        }),
      ),
    ),
  );
  callHierarchy.onIncomingCalls(
    safely('incomingCalls', log, [], ({ item }: { readonly item: CallHierarchyItem }) =>
      calls(
        item,
        (asked) => language.incomingCalls(snapshot(), asked),
        (call, _asked, places) => ({
          from: toItem(call.item, places),
          fromRanges: call.from.map((span) => places.range(call.item.path, span)),
        }),
      ),
    ),
  );
}

const patience = 500;

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function toItem({ kind, name, detail, path, span }: CallItem, places: Places): CallHierarchyItem {
  const range = places.range(path, span);
  return {
    name,
    detail,
    kind: kinds[kind],
    uri: uriOfPath(path),
    range,
    selectionRange: range,
    data: { kind, start: span.start, end: span.end },
  };
}

/** The editor gives back what it was given; anything else is not ours. */
function fromItem({ uri, name, detail, data }: CallHierarchyItem): CallItem | undefined {
  const { kind, start, end } = (data ?? {}) as Record<string, unknown>;
  if (typeof kind !== 'string' || !(kind in kinds)) return undefined;
  if (typeof start !== 'number' || typeof end !== 'number') return undefined;
  const station = kind as CallItem['kind'];
  return { kind: station, name, detail: detail ?? '', path: pathOfUri(uri), span: { start, end } };
}

const kinds: Readonly<Record<CallItem['kind'], SymbolKind>> = {
  server: SymbolKind.Namespace,
  pass: SymbolKind.Event,
  router: SymbolKind.Interface,
  worker: SymbolKind.Module,
  app: SymbolKind.Function,
};
