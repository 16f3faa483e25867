import { fromBytes } from './bytes.ts';
import { type JoinedNode, named, placeOfNode, titleOf } from './join-conf.ts';
import { answer, escapeUri, on, type Outcome, splitArgs } from './outcome.ts';
import { flag, type Run, say, settings } from './run.ts';
import { diskPath, evaluate, fileOf, look, rootOf } from './values.ts';

/** `try_files` counts only in its own block: neither in what is nested there, nor in an `if` that was true. */
export function tryFiles(run: Run): Outcome {
  const block = run.condition ?? run.location?.node ?? run.chosen.server.node;
  const [node] = named(block.children, 'try_files');
  if (node === undefined || node.args.length < 2) return on;
  const names = node.args.slice(0, -1);
  const last = node.args.at(-1) ?? '';
  for (const written of names) {
    const folder = written.endsWith('/');
    const value = evaluate(run, folder ? written.slice(0, -1) : written);
    if ('unknown' in value) {
      unsure(run, node, `${written} depends on ${value.unknown}, and was taken for missing.`);
      continue;
    }
    const uri = stripAlias(run, value.text);
    const file = fileFor(run, uri);
    if (file === undefined) continue;
    const entry = look(run, file);
    if (entry === undefined || entry.kind === 'other') {
      unsure(run, node, `What lies at ${fromBytes(file)} is not known; taken for missing.`);
      continue;
    }
    const shown = fromBytes(file);
    if ((folder ? 'folder' : 'file') !== entry.kind) {
      const what = folder ? 'folder' : 'file';
      say(run, 'files', `try_files ${written}: there is no ${what} ${shown}.`, node);
      continue;
    }
    say(run, 'files', `try_files ${written}: ${shown} is there.`, node);
    run.untouched = run.untouched && value.text === run.uri;
    // Without the slash at its end: of a folder that was asked for without one, the client hears so by a redirect.
    run.uri = value.text;
    return on;
  }
  return lastOfTryFiles(run, node, last);
}

function unsure(run: Run, node: JoinedNode, text: string): void {
  say(run, 'files', `try_files: ${text}`, node, { sure: false });
}

function lastOfTryFiles(run: Run, node: JoinedNode, last: string): Outcome {
  if (last.startsWith('=')) {
    say(run, 'files', `try_files ends with ${last}: none of the files is there.`, node);
    return { kind: 'status', status: Number(last.slice(1)), node };
  }
  if (last.startsWith('@')) {
    say(run, 'files', `try_files goes on with the location ${last}.`, node);
    return { kind: 'named', name: last, node };
  }
  const value = evaluate(run, last);
  if ('unknown' in value) {
    unsure(run, node, `where ${last} leads is not in the files.`);
    return { kind: 'done', handler: { kind: 'nothing', place: placeOfNode(node) } };
  }
  const next = splitArgs(value.text);
  say(
    run,
    'files',
    `try_files goes on with the path ${fromBytes(next.uri)}, from the start.`,
    node,
  );
  return { kind: 'internal', ...next };
}

/** Behind `alias`, try_files takes the location's own part off a value that begins with it. */
function stripAlias(run: Run, value: string): string {
  const root = rootOf(run);
  const length = root?.replaces ?? 0;
  return length > 0 && value.startsWith(run.uri.slice(0, length)) ? value.slice(length) : value;
}

function fileFor(run: Run, rest: string): string | undefined {
  const root = rootOf(run);
  if (root === undefined || 'unknown' in root.path) return undefined;
  return root.path.text + rest;
}

/** What nginx itself makes of a path: index files, a listing, a file. */
export function staticContent(run: Run): Outcome {
  const root = rootOf(run);
  const node = root?.node;
  if (!['GET', 'HEAD', 'POST'].includes(run.method)) {
    say(run, 'files', `nginx takes no ${run.method} for a file.`, node);
    return { kind: 'status', status: 405, node };
  }
  if (root === undefined) {
    say(run, 'files', 'alias takes no path that `rewrite … break` has made: nginx answers 500.');
    return { kind: 'status', status: 500, node };
  }
  if ('unknown' in root.path) {
    say(run, 'files', `The folder depends on ${root.path.unknown}.`, node, { sure: false });
    return { kind: 'done', handler: { kind: 'nothing', place: node && placeOfNode(node) } };
  }
  return run.uri.endsWith('/') ? folderContent(run, node) : fileContent(run, node);
}

function folderContent(run: Run, node: JoinedNode | undefined): Outcome {
  const folder = pathOf(run, run.uri);
  const indexes = settings(run, 'index');
  const names = indexes.flatMap(({ args }) => args);
  const [place] = indexes;
  let known = true;
  for (const name of names.length > 0 ? names : ['index.html']) {
    const value = evaluate(run, name);
    if ('unknown' in value) {
      known = false;
      continue;
    }
    if (name.startsWith('/')) {
      say(run, 'files', `index goes on with ${name}.`, place);
      return { kind: 'internal', uri: value.text, args: run.args };
    }
    const entry = look(run, folder + value.text);
    if (entry === undefined || entry.kind === 'other') known = false;
    else if (entry.kind !== 'absent') {
      const uri = run.uri + value.text;
      say(
        run,
        'files',
        `index: ${fromBytes(folder)}${name} is there; on with ${fromBytes(uri)}.`,
        place,
      );
      return { kind: 'internal', uri, args: run.args };
    } else if (look(run, folder)?.kind === 'absent') {
      say(run, 'files', `There is no folder ${fromBytes(folder)}.`, node);
      return { kind: 'status', status: 404, node };
    }
  }
  if (!known) {
    const text = `What lies in ${fromBytes(folder)} is not known: an index file, a 403 or a 404 follows.`;
    say(run, 'files', text, place ?? node, { sure: false });
    return file(run, folder, undefined, node);
  }
  if (flag(run, 'autoindex', false) && run.method !== 'POST') {
    const [autoindex] = settings(run, 'autoindex');
    if (autoindex !== undefined) {
      say(run, 'handler', `autoindex lists ${fromBytes(folder)}.`, autoindex);
      const handler = {
        kind: 'module',
        status: run.status,
        directive: 'autoindex',
        place: placeOfNode(autoindex),
      } as const;
      return { kind: 'done', handler };
    }
  }
  say(
    run,
    'files',
    `${fromBytes(folder)} has no index file, and listing it is forbidden.`,
    place ?? node,
  );
  return { kind: 'status', status: 403, node: place ?? node };
}

function fileContent(run: Run, node: JoinedNode | undefined): Outcome {
  const path = pathOf(run, run.uri);
  const entry = look(run, path);
  const from = node === undefined ? 'the default root' : titleOf(node);
  if (entry === undefined || entry.kind === 'other') {
    say(run, 'handler', `By ${from}, the file ${fromBytes(path)} is sent, if it is there.`, node, {
      sure: false,
    });
    return file(run, path, undefined, node);
  }
  if (entry.kind === 'absent') {
    say(run, 'files', `By ${from}, the file is ${fromBytes(path)}, which is not there.`, node);
    return { kind: 'status', status: 404, node };
  }
  if (entry.kind === 'folder') {
    const query = run.args === '' ? '' : `?${run.args}`;
    say(
      run,
      'handler',
      `${fromBytes(path)} is a folder: the client is sent to the path with a /.`,
      node,
    );
    return answer(run, 301, node, { location: `${escapeUri(run.uri)}/${query}` });
  }
  if (run.method === 'POST') {
    say(run, 'files', 'nginx takes no POST for a file.', node);
    return { kind: 'status', status: 405, node };
  }
  say(run, 'handler', `By ${from}, the file ${fromBytes(path)} is sent.`, node);
  return file(run, path, true, node);
}

function pathOf(run: Run, uri: string): string {
  const value = fileOf(run, uri);
  return value !== undefined && 'text' in value ? value.text : '';
}

function file(
  run: Run,
  path: string,
  exists: boolean | undefined,
  node: JoinedNode | undefined,
): Outcome {
  return {
    kind: 'done',
    handler: {
      kind: 'file',
      status: run.status ?? 200,
      path: diskPath(path),
      exists,
      place: node && placeOfNode(node),
    },
  };
}
