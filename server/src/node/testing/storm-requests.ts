import fc from 'fast-check';
import type { Position, TextDocument } from 'vscode-languageserver-textdocument';
import { methods } from '../../../../shared/messages.ts';

/** What a request is made of, however little sense it makes. */
export interface RequestSeed {
  readonly kind: number;
  readonly at: number;
  readonly length: number;
  /** A place that the document does not have, now and then. */
  readonly place: 'inside' | 'beyond' | 'odd';
  /** Called off at once, in the next turn, or never. */
  readonly cancel: 'now' | 'soon' | 'never';
  readonly word: string;
}

export const requestSeeds: fc.Arbitrary<RequestSeed> = fc.record({
  kind: fc.nat(),
  at: fc.nat(),
  length: fc.nat({ max: 400 }),
  place: fc.constantFrom('inside', 'inside', 'inside', 'inside', 'beyond', 'odd'),
  cancel: fc.constantFrom('never', 'never', 'now', 'soon'),
  word: fc.constantFrom(
    ...['a', '', 'app.localhost', '127.0.0.1:3030', '$(touch x)', '../../x', '__proto__', '\n'],
    ...['http://app.localhost:8080/', '/static/../x', 'unix:/tmp/x.sock', '%(a)', '\u{1f600}'],
  ),
});

interface Around {
  readonly uri: string;
  readonly position: Position;
  readonly range: { readonly start: Position; readonly end: Position };
  readonly word: string;
  readonly stack: string | undefined;
  /** A station that the server has named before. */
  readonly item: unknown;
}

type Params = (around: Around) => object;

const onPosition: Params = ({ uri, position }) => ({ textDocument: { uri }, position });
const onRange: Params = ({ uri, range }) => ({ textDocument: { uri }, range });
const onDocument: Params = ({ uri }) => ({ textDocument: { uri } });
const options = { tabSize: 4, insertSpaces: true };

/** Every request that the server answers. */
export const stormRequests: readonly (readonly [method: string, params: Params])[] = [
  ['textDocument/hover', onPosition],
  ['textDocument/completion', onPosition],
  ['textDocument/signatureHelp', onPosition],
  ['textDocument/definition', onPosition],
  [
    'textDocument/references',
    (around) => ({ ...onPosition(around), context: { includeDeclaration: around.word === 'a' } }),
  ],
  ['textDocument/documentHighlight', onPosition],
  ['textDocument/prepareRename', onPosition],
  ['textDocument/rename', (around) => ({ ...onPosition(around), newName: around.word })],
  ['textDocument/prepareCallHierarchy', onPosition],
  ['callHierarchy/incomingCalls', ({ item }) => ({ item })],
  ['callHierarchy/outgoingCalls', ({ item }) => ({ item })],
  ['textDocument/documentLink', onDocument],
  ['textDocument/documentSymbol', onDocument],
  ['textDocument/foldingRange', onDocument],
  ['textDocument/codeLens', onDocument],
  ['textDocument/semanticTokens/full', onDocument],
  ['textDocument/semanticTokens/range', onRange],
  ['textDocument/inlayHint', onRange],
  ['textDocument/rangeFormatting', (around) => ({ ...onRange(around), options })],
  ['textDocument/formatting', (around) => ({ ...onDocument(around), options })],
  [
    'textDocument/selectionRange',
    ({ uri, range }) => ({ textDocument: { uri }, positions: [range.start, range.end] }),
  ],
  [
    'textDocument/codeAction',
    (around) => ({
      ...onRange(around),
      context: { diagnostics: [], ...(around.word === '' && { only: ['source.fixAll'] }) },
    }),
  ],
  ['workspace/symbol', ({ word }) => ({ query: word })],
  [methods.stacks, () => ({})],
  [methods.targets, () => ({})],
  [
    methods.plan,
    ({ stack }) => ({
      ...{ stack, workers: {}, runDirectory: '/run/x', root: false },
      programs: { nginx: '/usr/sbin/nginx', uwsgi: '/usr/bin/uwsgi' },
    }),
  ],
  [methods.explain, ({ word, uri }) => ({ url: word, uri })],
  [methods.exampleUrl, ({ uri, position }) => ({ uri, position })],
  [methods.testNginx, ({ uri }) => ({ uri })],
  [methods.diagram, ({ stack }) => ({ stack: stack ?? 'none' })],
];

export function placeOf(document: TextDocument, { at, length, place }: RequestSeed) {
  if (place === 'beyond')
    return {
      position: { line: document.lineCount + (at % 9), character: at % 999 },
      range: {
        start: { line: at % 99, character: 9_999_999 },
        end: { line: 2_147_483_647, character: 2_147_483_647 },
      },
    };
  if (place === 'odd') {
    const position = { line: at % document.lineCount, character: 4_000_000_000 };
    return { position, range: { start: position, end: { line: 0, character: 0 } } };
  }
  const size = document.getText().length + 1;
  const start = document.positionAt(at % size);
  return {
    position: start,
    range: { start, end: document.positionAt(Math.min(size, (at % size) + length)) },
  };
}
