import { fromBytes } from './bytes.ts';
import { placeOfNode, titleOf } from './join-conf.ts';
import { answer, type Outcome, splitArgs } from './outcome.ts';
import { flag, type Run, say, settings } from './run.ts';
import { evaluate } from './values.ts';

/** An answer with a status: `error_page` may lead elsewhere, once unless `recursive_error_pages` is on. */
export function errorPage(run: Run, status: number, from: Parameters<typeof answer>[2]): Outcome {
  const pages = settings(run, 'error_page');
  const may = !run.failed && run.changes > 0 && pages.length > 0;
  if (may && !flag(run, 'recursive_error_pages', false)) run.failed = true;
  const page = may
    ? pages.find(({ args }) => args.slice(0, -1).some((code) => Number(code) === status))
    : undefined;
  run.status = status;
  if (page === undefined) {
    say(run, 'handler', `nginx answers ${String(status)}.`, from);
    return answer(run, status, from);
  }
  const target = page.args.at(-1) ?? '';
  const chosen = page.args.find((word) => word.startsWith('='));
  const overwrite = chosen === undefined ? undefined : Number(chosen.slice(1));
  if (overwrite !== undefined) run.status = overwrite === 0 ? undefined : overwrite;
  if (target.startsWith('@')) {
    say(run, 'error', `${titleOf(page)} goes on with the location ${target}.`, page);
    return { kind: 'named', name: target, node: page };
  }
  const uri = evaluate(run, target);
  if ('unknown' in uri) {
    say(run, 'error', `Where ${titleOf(page)} leads is not in the files.`, page, { sure: false });
    return { kind: 'done', handler: { kind: 'nothing', place: placeOfNode(page) } };
  }
  if (!uri.text.startsWith('/')) {
    const redirect = [301, 302, 303, 307, 308].find((code) => code === overwrite) ?? 302;
    say(run, 'error', `${titleOf(page)} redirects the client.`, page);
    return answer(run, redirect, page, { location: uri.text });
  }
  const next = splitArgs(uri.text);
  say(run, 'error', `${titleOf(page)} goes on with the path ${fromBytes(next.uri)}.`, page);
  if (run.method !== 'HEAD') run.method = 'GET';
  return { kind: 'internal', ...next };
}
