import assert from 'node:assert/strict';
import { extensions, type Event } from 'vscode';
import type { UwsgiStackApi } from '../../src/api.ts';

/** The extension's own view of itself, once its server has answered. */
export async function activeExtension(): Promise<UwsgiStackApi> {
  const extension = extensions.getExtension<UwsgiStackApi>('uwsgi-stack.uwsgi-stack');
  assert.ok(extension, 'the extension is not installed');
  const api = await extension.activate();
  await when('the language server answers', api.onDidChange, () =>
    api.serverState() === 'loading' ? undefined : api.serverState(),
  );
  assert.equal(api.serverState(), 'ready');
  return api;
}

/** The first thing to be seen, now or after one of the events. */
export function when<T>(
  what: string,
  event: Event<unknown>,
  look: () => T | undefined,
  timeoutMs = 15_000,
): Promise<T> {
  const now = look();
  if (now !== undefined) return Promise.resolve(now);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      listener.dispose();
      reject(new Error(`not within ${timeoutMs} ms: ${what}`));
    }, timeoutMs);
    const listener = event(() => {
      const seen = look();
      if (seen === undefined) return;
      clearTimeout(timer);
      listener.dispose();
      resolve(seen);
    });
  });
}
