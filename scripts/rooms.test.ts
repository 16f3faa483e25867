import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';

const root = join(import.meta.dirname, '..');
const files = sourceFiles();
const imports = files.flatMap((file) => readImports(file));
// A test may look at any room: it stands outside the house.
const inside = imports.filter(({ from }) => !isTest(from));

/** What a file of a room may import; the first room whose folder fits is the file's room. */
interface Room {
  readonly folder: RegExp;
  readonly may: readonly RegExp[];
  /** Only as types: they are gone at run time. */
  readonly types?: readonly RegExp[];
}

const language = 'server/src/language/';
const facade = /^server\/src\/language\/[^/]+\.ts$/;
const parts = (...names: string[]): RegExp => new RegExp(`^${language}(${names.join('|')})/`);
// What a rule is given: plain records that the facts and the planner are read from too.
const records = /^server\/src\/language\/rules\/inputs\.ts$/;
// What the core may ask about the world around the snapshot.
const ports = /^server\/src\/language\/(disk|installed)\.ts$/;
const shared = /^shared\//;
const nodeBuiltin = /^node:/;

const rooms: readonly Room[] = [
  { folder: shared, may: [shared] },
  {
    folder: parts('testing'),
    may: [/^server\/src\/language\//, shared, nodeBuiltin, /^fast-check$/],
  },
  { folder: parts('data'), may: [parts('data')], types: [/^server\/src\/language\//] },
  { folder: parts('text'), may: [parts('text')] },
  { folder: parts('ini'), may: [parts('text', 'ini')] },
  { folder: parts('nginx'), may: [parts('text', 'nginx')] },
  { folder: parts('python'), may: [parts('text', 'python'), /^ini$/] },
  { folder: parts('uwsgi'), may: [parts('text', 'ini', 'uwsgi', 'data'), shared] },
  { folder: parts('nginx-conf'), may: [parts('text', 'nginx', 'nginx-conf', 'data'), shared] },
  {
    folder: parts('stack'),
    may: [parts('text', 'ini', 'nginx', 'uwsgi', 'nginx-conf', 'stack', 'data'), shared],
    types: [records],
  },
  {
    folder: parts('request'),
    may: [parts('text', 'nginx', 'nginx-conf', 'stack', 'request'), shared],
    types: [records, ports],
  },
  {
    folder: parts('second-opinion'),
    may: [parts('text', 'nginx', 'nginx-conf', 'stack', 'request', 'second-opinion'), shared],
    types: [records, ports, /^server\/src\/language\/rules\/rule\.ts$/],
  },
  {
    folder: parts('rules'),
    may: [
      parts('text', 'ini', 'nginx', 'python', 'uwsgi', 'nginx-conf', 'stack', 'rules', 'data'),
      shared,
    ],
    types: [ports],
  },
  {
    folder: parts('features'),
    may: [
      parts('text', 'ini', 'nginx', 'python', 'uwsgi', 'nginx-conf', 'stack', 'rules', 'data'),
      parts('request', 'features'),
      shared,
    ],
    types: [facade],
  },
  { folder: facade, may: [/^server\/src\/language\/(?!testing\/)/, shared] },
  {
    folder: /^server\/src\/(lsp|node)\/testing\//,
    may: [/^server\/src\//, shared, nodeBuiltin, /^vscode-/, /^fast-check$/],
  },
  {
    folder: /^server\/src\/lsp\//,
    may: [/^server\/src\/lsp\//, facade, shared, /^vscode-languageserver/, /^vscode-uri$/],
    types: [/^server\/src\/language\/(?!testing\/)/],
  },
  {
    folder: /^server\/src\/node\//,
    may: [/^server\/src\//, shared, nodeBuiltin, /^vscode-languageserver/, /^vscode-uri$/],
  },
  {
    folder: /^server\/src\/browser\//,
    may: [/^server\/src\/(browser|lsp)\//, facade, shared, /^vscode-languageserver/],
  },
  {
    folder: /^client\/src\/web\//,
    may: [
      /^client\/src\/(web\/|show-places\.ts$|views\/(explain-request|notify|target-status)\.ts$)/,
      shared,
      /^vscode$/,
      /^vscode-languageclient\/browser$/,
    ],
  },
  { folder: /^client\/src\/stack\//, may: [/^client\/src\/stack\//, shared, nodeBuiltin, /^ini$/] },
  {
    folder: /^client\/src\/views\//,
    may: [
      /^client\/src\/(views|stack)\//,
      shared,
      /^vscode$/,
      /^node:(?!(child_process|net|fs)\b)/,
    ],
    types: [/^client\/webview\/((diagram|dashboard)-)?protocol\.ts$/],
  },
  {
    folder: /^client\/src\/[^/]+$/,
    may: [/^client\/src\//, shared, /^vscode$/, /^vscode-languageclient/, nodeBuiltin],
  },
  {
    folder: /^client\/webview\//,
    may: [/^client\/webview\//, shared, /^(?!node:|vscode$|vscode-language)(@?[a-z])/],
  },
  {
    folder: /^client\/e2e\//,
    may: [
      /^client\/(e2e|src\/stack)\//,
      /^scripts\/(lib\/|package\.mjs$)/,
      shared,
      nodeBuiltin,
      /^(vscode|mocha|playwright-core|@vscode\/test-electron)$/,
    ],
    types: [/^client\/src\/api\.ts$/],
  },
  {
    folder: /^cli\//,
    // The file port, so that one piece of code walks a folder, whoever asks.
    may: [
      /^cli\//,
      facade,
      /^server\/src\/node\/(node-world|main)\.ts$/,
      /^client\/src\/stack\//,
      shared,
      nodeBuiltin,
      /^ini$/,
    ],
    types: [/^server\/src\/language\/(?!testing\/)/],
  },
];

describe('the house', () => {
  it('has no import that crosses from one room into a forbidden one', () => {
    const crossings = inside.flatMap((line) => {
      const room = rooms.find(({ folder }) => folder.test(line.from));
      if (room === undefined) return [];
      const allowed = line.typeOnly ? [...room.may, ...(room.types ?? [])] : room.may;
      return allowed.some((pattern) => pattern.test(line.to)) ? [] : [describeLine(line)];
    });
    assert.deepEqual(crossings, []);
  });

  it('gives every source file a room', () => {
    const homeless = files.filter(
      (file) => !isTest(file) && !rooms.some(({ folder }) => folder.test(file)),
    );
    assert.deepEqual(homeless, []);
  });

  it('has no cycle among the imports that run', () => {
    assert.deepEqual(findCycles(inside.filter(({ typeOnly }) => !typeOnly)), []);
  });

  it('has no cycle among the imports of types either', () => {
    assert.deepEqual(findCycles(inside), []);
  });

  it('has no file of more than 500 lines', () => {
    const long = committed().flatMap((file) => {
      if (!/\.(ts|tsx|mjs|cjs|js|css)$/.test(file)) return [];
      if (/\/(data|fixtures)\//.test(file)) return [];
      const lines = readFileSync(join(root, file), 'utf8').split('\n').length - 1;
      return lines > 500 ? [`${file}: ${lines}`] : [];
    });
    assert.deepEqual(long, []);
  });

  it("names no folder of a developer's machine", () => {
    // Taken apart, so that this file does not find itself.
    const personal = new RegExp(`(^|[\\s"'\`(=:])/(${['home', 'root', 'work'].join('|')})/`);
    const found = committed().flatMap((file) => {
      if (/\.(png|ttf|woff2?|gif|ico|vsix)$/.test(file)) return [];
      return readFileSync(join(root, file), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          personal.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`] : [],
        );
    });
    assert.deepEqual(found, []);
  });
});

function isTest(file: string): boolean {
  return /\.(test|e2e)\.tsx?$/.test(file);
}

function describeLine({ from, line, to, typeOnly }: ImportLine): string {
  return `${from}:${line} imports ${typeOnly ? 'types of ' : ''}${to}`;
}

function committed(): readonly string[] {
  const listing = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  // A file that somebody has just removed is listed until the next commit.
  return listing.split('\0').filter((file) => file !== '' && exists(file));
}

function exists(file: string): boolean {
  try {
    readFileSync(join(root, file));
    return true;
  } catch {
    return false;
  }
}

interface ImportLine {
  /** Path from the project's root. */
  readonly from: string;
  /** Counted from 1. */
  readonly line: number;
  /** Path from the root for a file of ours, the name for a package. */
  readonly to: string;
  readonly typeOnly: boolean;
}

/** Every source file of the rooms, as paths from the root. */
function sourceFiles(): readonly string[] {
  return ['shared', 'server', 'client', 'cli'].flatMap((room) => {
    if (!existsSync(join(root, room))) return [];
    return readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/node_modules|\.d\.ts$/.test(file))
      .map((file) => posix.join(room, file));
  });
}

function readImports(from: string): readonly ImportLine[] {
  const text = readFileSync(join(root, from), 'utf8');
  const kind = from.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(from, text, ts.ScriptTarget.Latest, false, kind);
  const found: ImportLine[] = [];
  const add = (at: ts.Node, specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return;
    const { line } = source.getLineAndCharacterOfPosition(at.getStart(source));
    const to = specifier.text.startsWith('.')
      ? posix.join(dirname(from), specifier.text)
      : specifier.text;
    found.push({ from, line: line + 1, to, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node, node.moduleSpecifier, importsTypesOnly(node.importClause));
    } else if (ts.isExportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && isLoad(node.expression)) {
      add(node, node.arguments[0], false);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node, node.argument.literal, true);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The cycles of the graph, one line each; a file that imports itself counts as one. */
function findCycles(imports: readonly ImportLine[]): readonly string[] {
  const edges = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    const targets = edges.get(from) ?? new Set<string>();
    edges.set(from, targets.add(to));
  }
  const finished = new Set<string>();
  const cycles = new Set<string>();
  const walk = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start !== -1) {
      cycles.add([...trail.slice(start), file].join(' -> '));
      return;
    }
    if (finished.has(file)) return;
    for (const next of edges.get(file) ?? []) walk(next, [...trail, file]);
    finished.add(file);
  };
  for (const file of edges.keys()) walk(file, []);
  return [...cycles];
}

function importsTypesOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const bindings = clause.namedBindings;
  return (
    clause.name === undefined &&
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.length > 0 &&
    bindings.elements.every(({ isTypeOnly }) => isTypeOnly)
  );
}

function isLoad(callee: ts.Expression): boolean {
  return (
    callee.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(callee) && callee.text === 'require')
  );
}
