import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type {
  CodeAction,
  CompletionList,
  Hover,
  Location,
  SemanticTokens,
} from 'vscode-languageserver/node';
import { createLanguage, type FileFeatures, type Language } from '../language/language.ts';
import { closeEditors, type EditorOptions, openEditor } from './testing/open-editor.ts';

const path = '/w/worker.ini';
const text = '[uwsgi]\nmaster = true\nsocket = :3031\n';
/** `socket`, and its place in the protocol's words. */
const word = { start: 22, end: 28 };
const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 6 } };
const position = { line: 2, character: 3 };
const options = { tabSize: 4, insertSpaces: true };

/** A core whose features answer what a test puts in; each asks with the offset of `position`. */
function saying(features: Partial<FileFeatures>): Language {
  const real = createLanguage();
  return {
    ...real,
    features: (snapshot, asked) => {
      const own = real.features(snapshot, asked);
      return own && { ...own, ...features };
    },
  };
}

async function ask<Result>(
  features: Partial<FileFeatures>,
  method: string,
  params: object = {},
  editorOptions: EditorOptions = {},
): Promise<Result> {
  const { show, ask: request } = await openEditor(
    { [path]: text },
    { language: saying(features), ...editorOptions },
  );
  await show(path, 'uwsgi-ini');
  return request<Result>(`textDocument/${method}`, path, params);
}

const at =
  <Answer>(answer: Answer) =>
  (offset: number) => {
    assert.equal(offset, word.start + 3);
    return answer;
  };
const location = { uri: 'file:///w/worker.ini', range };
const place = { path, span: word };

describe('a feature behind its request', { timeout: 20_000 }, () => {
  afterEach(closeEditors);

  it('hover', async () => {
    const hover = at({ span: word, markdown: '**socket**' });
    assert.deepEqual(await ask({ hover }, 'hover', { position }), {
      range,
      contents: { kind: 'markdown', value: '**socket**' },
    });
    assert.equal(await ask({ hover: () => undefined }, 'hover', { position }), null);
  });

  const completion = at([
    {
      label: 'socket',
      kind: 'option' as const,
      replace: word,
      insert: 'socket = ${1:\\$x}$0',
      snippet: true,
      detail: 'address',
      markdown: 'Binds.',
      sort: '1',
      deprecated: true,
      retrigger: true,
    },
  ]);
  const common = {
    label: 'socket',
    kind: 10,
    detail: 'address',
    documentation: { kind: 'markdown', value: 'Binds.' },
    sortText: '1',
    tags: [1],
    command: { title: 'Suggest values', command: 'editor.suggest' },
  };

  it('completion, with snippets where the editor has them', async () => {
    const list = await ask<CompletionList>(
      { completion },
      'completion',
      { position },
      {
        capabilities: {
          textDocument: { completion: { completionItem: { snippetSupport: true } } },
        },
      },
    );
    assert.deepEqual(list.items, [
      { ...common, insertTextFormat: 2, textEdit: { range, newText: 'socket = ${1:\\$x}$0' } },
    ]);
  });

  it('completion, as plain text elsewhere', async () => {
    const list = await ask<CompletionList>({ completion }, 'completion', { position });
    assert.deepEqual(list.items, [{ ...common, textEdit: { range, newText: 'socket = $x' } }]);
  });

  it('signature help', async () => {
    const signature = at({
      label: 'socket = ADDRESS',
      parameters: [{ label: 'ADDRESS', markdown: 'Host and port.' }],
      active: 0,
    });
    assert.deepEqual(await ask({ signature }, 'signatureHelp', { position }), {
      signatures: [
        {
          label: 'socket = ADDRESS',
          parameters: [
            { label: 'ADDRESS', documentation: { kind: 'markdown', value: 'Host and port.' } },
          ],
        },
      ],
      activeSignature: 0,
      activeParameter: 0,
    });
  });

  it('definition and references, without the declaration on demand', async () => {
    const other = { path, span: { start: 8, end: 14 } };
    const features = { definition: at([place]), references: at([place, other]) };
    assert.deepEqual(await ask(features, 'definition', { position }), [location]);
    const references = (includeDeclaration: boolean) =>
      ask<unknown[]>(features, 'references', { position, context: { includeDeclaration } });
    assert.equal((await references(true)).length, 2);
    assert.deepEqual(await references(false), [
      { ...location, range: { start: { line: 1, character: 0 }, end: { line: 1, character: 6 } } },
    ]);
  });

  it('highlights of what stands in the same file', async () => {
    const other = { path, span: { start: 8, end: 14 } };
    const elsewhere = { path: '/w/other.ini', span: word };
    const features = { definition: at([place]), references: at([other, place, elsewhere]) };
    assert.deepEqual(await ask(features, 'documentHighlight', { position }), [
      { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 6 } }, kind: 2 },
      { range, kind: 3 },
    ]);
  });

  it('rename, and why a name cannot be taken', async () => {
    const features: Partial<FileFeatures> = {
      renameable: at({ span: word, name: 'socket' }),
      rename: (_, newName) =>
        newName === 'bad'
          ? { problem: 'The name bad is taken.' }
          : { edits: [{ path, span: word, newText: newName }] },
    };
    assert.deepEqual(await ask(features, 'prepareRename', { position }), {
      range,
      placeholder: 'socket',
    });
    assert.deepEqual(await ask(features, 'rename', { position, newName: 'good' }), {
      changes: { [location.uri]: [{ range, newText: 'good' }] },
    });
    await assert.rejects(ask(features, 'rename', { position, newName: 'bad' }), {
      message: 'The name bad is taken.',
    });
    const fixed = { renameable: at({ problem: 'The name is fixed.' }) };
    await assert.rejects(ask(fixed, 'prepareRename', { position }), {
      message: 'The name is fixed.',
    });
  });

  it('nginx files, too', async () => {
    const conf = '/w/nginx.conf';
    const { show, ask: request } = await openEditor({
      [conf]: 'http {\n  map $host $a { x y; }\n  add_header X $a;\n}\n',
    });
    await show(conf, 'nginx');
    const here = { position: { line: 2, character: 16 } };
    const [found] = await request<Location[]>('textDocument/definition', conf, here);
    assert.deepEqual(found?.range.start, { line: 1, character: 13 });
    const highlights = await request<unknown[]>('textDocument/documentHighlight', conf, here);
    assert.equal(highlights.length, 2);
    const [http] = await request<{ name: string }[]>('textDocument/documentSymbol', conf);
    assert.equal(http?.name, 'http');
    const foldings = await request<{ endLine: number }[]>('textDocument/foldingRange', conf);
    assert.deepEqual(
      foldings.map(({ endLine }) => endLine),
      [2],
    );
  });

  it('document links to files and pages', async () => {
    const links = () => [
      { span: word, target: '/w/my app.py', tooltip: 'Opens it' },
      { span: word, target: 'https://example.org/' },
    ];
    assert.deepEqual(await ask({ links }, 'documentLink'), [
      { range, target: 'file:///w/my%20app.py', tooltip: 'Opens it' },
      { range, target: 'https://example.org/' },
    ]);
  });

  const symbols = () => [
    {
      name: 'uwsgi',
      detail: '',
      kind: 'section' as const,
      span: { start: 0, end: text.length },
      nameSpan: { start: 1, end: 6 },
      children: [
        // An empty name and a name outside of its span would have the editor refuse all of them.
        {
          name: '',
          detail: ':3031',
          kind: 'option' as const,
          span: word,
          nameSpan: { start: 0, end: 99 },
          children: [],
        },
      ],
    },
  ];

  it('symbols as a tree or as a list', async () => {
    const [root] = await ask<{ name: string; children: unknown[] }[]>(
      { symbols },
      'documentSymbol',
      {},
      {
        capabilities: {
          textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
        },
      },
    );
    assert.equal(root?.name, 'uwsgi');
    assert.deepEqual(root.children, [
      { name: '(no name)', detail: ':3031', kind: 7, range, selectionRange: range, children: [] },
    ]);
    const list = await ask<{ containerName?: string }[]>({ symbols }, 'documentSymbol');
    assert.deepEqual(
      list.map(({ containerName }) => containerName),
      [undefined, 'uwsgi'],
    );
  });

  it('symbols of the workspace, by the letters of their names', async () => {
    const { editor } = await openEditor({ [path]: text }, { language: saying({ symbols }) });
    const find = (query: string) =>
      editor.sendRequest<{ name: string }[]>('workspace/symbol', { query });
    assert.deepEqual(
      (await find('UWG')).map(({ name }) => name),
      ['uwsgi'],
    );
    // The address of the socket goes first, then what the outlines hold.
    assert.deepEqual(
      (await find('')).map(({ name }) => name),
      [':3031', 'uwsgi', ' :3031'],
    );
    assert.deepEqual(await find('guw'), []);
  });

  it('folding of whole lines', async () => {
    const foldings = () => [
      { span: { start: 0, end: text.length }, kind: 'block' as const },
      { span: { start: 8, end: 30 }, kind: 'comment' as const },
      { span: word, kind: 'block' as const },
    ];
    assert.deepEqual(await ask({ foldings }, 'foldingRange'), [
      { startLine: 0, endLine: 2 },
      { startLine: 1, endLine: 2, kind: 'comment' },
    ]);
  });

  it('selections from the inside out', async () => {
    const selections = at([word, { start: 8, end: 20 }, { start: 0, end: text.length }]);
    assert.deepEqual(await ask({ selections }, 'selectionRange', { positions: [position] }), [
      {
        range,
        parent: { range: { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } } },
      },
    ]);
  });

  it('formatting of a file, and of the lines of a selection', async () => {
    const format: FileFeatures['format'] = (asked, within) => {
      assert.deepEqual(asked, options);
      return [{ span: within ?? { start: 0, end: 0 }, newText: '' }];
    };
    const origin = { line: 0, character: 0 };
    assert.deepEqual(await ask({ format }, 'formatting', { options }), [
      { range: { start: origin, end: origin }, newText: '' },
    ]);
    assert.deepEqual(await ask({ format }, 'rangeFormatting', { options, range }), [
      { range, newText: '' },
    ]);
  });

  it('semantic tokens, each relative to the one before', async () => {
    const tokens: FileFeatures['tokens'] = () => [
      { span: { start: 8, end: 14 }, type: 'property' },
      { span: { start: 17, end: 21 }, type: 'keyword' },
      { span: word, type: 'namespace', modifiers: ['declaration', 'deprecated'] },
    ];
    const { data } = await ask<SemanticTokens>({ tokens }, 'semanticTokens/full');
    assert.deepEqual(data, [1, 0, 6, 1, 0, 0, 9, 4, 3, 0, 1, 0, 6, 0, 5]);
    const part = await ask<SemanticTokens>({ tokens }, 'semanticTokens/range', { range });
    assert.deepEqual(part.data, [2, 0, 6, 0, 5]);
  });

  it('inlays, with the place that they lead to', async () => {
    const inlays = () => [
      { offset: word.end, label: 'x', tooltip: 'y' },
      { offset: word.end, label: 'z', target: place },
    ];
    assert.deepEqual(await ask({ inlays }, 'inlayHint', { range }), [
      {
        position: range.end,
        label: 'x',
        paddingLeft: true,
        tooltip: { kind: 'markdown', value: 'y' },
      },
      { position: range.end, label: [{ value: 'z', location }], paddingLeft: true },
    ]);
  });

  it('refactorings among the code actions', async () => {
    const actions = () => [
      {
        title: 'Sort',
        kind: 'refactor.rewrite' as const,
        edits: [{ path, span: word, newText: 's' }],
      },
    ];
    const found = await ask<CodeAction[]>({ actions }, 'codeAction', {
      range,
      context: { diagnostics: [], only: ['refactor'] },
    });
    assert.deepEqual(found, [
      {
        title: 'Sort',
        kind: 'refactor.rewrite',
        edit: { changes: { [location.uri]: [{ range, newText: 's' }] } },
      },
    ]);
  });

  it('waits for what it has asked the disk', async () => {
    const real = createLanguage();
    const language: Language = {
      ...real,
      features: (snapshot, asked) => {
        const own = real.features(snapshot, asked);
        const hover = () => {
          const entry = snapshot.disk.look('/w');
          const names = entry?.kind === 'folder' ? entry.names.join() : 'unknown';
          return { span: word, markdown: names };
        };
        return own && { ...own, hover };
      },
    };
    const { show, ask: request } = await openEditor({ [path]: text }, { language });
    await show(path, 'uwsgi-ini');
    const hover = await request<Hover>('textDocument/hover', path, { position });
    assert.deepEqual(hover.contents, { kind: 'markdown', value: 'worker.ini' });
  });

  it('that throws is answered with nothing, and the server lives on', async () => {
    const hover = () => {
      throw new Error('a bug');
    };
    assert.equal(await ask({ hover }, 'hover', { position }), null);
  });

  it('answers for the text as the person has it now', async () => {
    const hover: FileFeatures['hover'] = (offset) => ({
      span: { start: offset, end: offset },
      markdown: 'x',
    });
    const {
      editor,
      show,
      ask: request,
    } = await openEditor({ [path]: text }, { language: saying({ hover }) });
    await show(path, 'uwsgi-ini');
    await editor.sendNotification('textDocument/didChange', {
      textDocument: { uri: location.uri, version: 2 },
      contentChanges: [{ range: { start: position, end: position }, text: '\n\n' }],
    });
    const later = { line: 4, character: 2 };
    assert.deepEqual(await request('textDocument/hover', path, { position: later }), {
      range: { start: later, end: later },
      contents: { kind: 'markdown', value: 'x' },
    });
  });
});
