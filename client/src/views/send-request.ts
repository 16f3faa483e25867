import { l10n, ProgressLocation, window } from 'vscode';
import type { LaunchPlan } from '../../../shared/launch-plan.ts';
import type { ExplainedRequest, StackOutline } from '../../../shared/messages.ts';
import { requestTarget, type RequestTarget } from '../stack/figures/request-target.ts';
import { traceRequest } from '../stack/figures/trace.ts';
import { notify } from './notify.ts';
import type { RequestWish, SentRequest } from './sent-request.ts';
import { showTrace } from './show-trace.ts';
import type { StackController } from './stack-controller.ts';
import type { StackServer } from './stack-server.ts';

export interface SendRequestOptions {
  readonly controller: StackController;
  readonly server: Pick<StackServer, 'explain' | 'exampleUrl'>;
  readonly showLog: (step: string) => void;
}

/**
 * Asks what to send, sends it to the running stack, and lists each hop. `given` is a URL to begin with, or a whole wish,
 * which asks nothing.
 */
export async function sendRequest(
  options: SendRequestOptions,
  stack: StackOutline,
  given: unknown,
): Promise<SentRequest | undefined> {
  const { plan } = options.controller.stateOf(stack.id);
  if (plan === undefined) return undefined;
  const wish = isWish(given) ? given : await askForWish(options, plan, given);
  if (wish === undefined) return undefined;
  const found = requestTarget(plan, wish.url);
  if (found.kind === 'problem') {
    void notify.warning(found.message);
    return undefined;
  }
  const sent = await send(options, stack, plan, wish, found.target);
  if (sent !== undefined)
    showTrace(stack, plan, sent, {
      showLog: options.showLog,
      again: () => void sendRequest(options, stack, wish),
    });
  return sent;
}

async function send(
  { controller, server }: SendRequestOptions,
  stack: StackOutline,
  plan: LaunchPlan,
  wish: RequestWish,
  target: RequestTarget,
): Promise<SentRequest | undefined> {
  // The editor would make links of what a URL may hold.
  const title = l10n.t('The request is on its way');
  return await window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    async (_progress, cancelled) => {
      const abort = new AbortController();
      const subscription = cancelled.onCancellationRequested(() => {
        abort.abort();
      });
      try {
        const [trace, explained] = await Promise.all([
          traceRequest({
            plan,
            request: {
              ...{ target, method: wish.method, body: wish.body },
              headers: typeOf(wish.body),
            },
            lines: {
              onLines: (listener) => {
                const heard = controller.onDidLog(({ stack: id, lines }) => {
                  if (id === stack.id) listener(lines);
                });
                return () => {
                  heard.dispose();
                };
              },
            },
            signal: abort.signal,
          }),
          explain(server, stack, wish, target),
        ]);
        return { wish, target, trace, explained };
      } catch (error) {
        if (abort.signal.aborted) return undefined;
        throw error;
      } finally {
        subscription.dispose();
      }
    },
  );
}

function typeOf(body: string | undefined): Readonly<Record<string, string>> {
  if (body === undefined || body === '') return {};
  try {
    JSON.parse(body);
    return { 'content-type': 'application/json' };
  } catch {
    return { 'content-type': 'application/x-www-form-urlencoded' };
  }
}

async function explain(
  server: Pick<StackServer, 'explain'>,
  stack: StackOutline,
  { method }: RequestWish,
  { written }: RequestTarget,
): Promise<ExplainedRequest | undefined> {
  // Without it the request is still sent: the rest of its way is told by the programs.
  const result = await server
    .explain({ url: written, method, uri: undefined })
    .catch(() => undefined);
  if (result?.kind !== 'explained') return undefined;
  return result.explanations.find(({ main }) => stack.files.includes(main));
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const withBody = ['POST', 'PUT', 'PATCH'];

async function askForWish(
  { server }: SendRequestOptions,
  plan: LaunchPlan,
  given: unknown,
): Promise<RequestWish | undefined> {
  const url = typeof given === 'string' ? given : await firstUrl(server, plan);
  const value = `GET ${url}`;
  const path = url.replace(/^https?:\/\/[^/]*/, '');
  const line = await window.showInputBox({
    title: l10n.t('Send a Request'),
    prompt: l10n.t(
      'Method and URL. It goes to the nginx of this stack; the host of the URL is sent as the Host header.',
    ),
    value,
    // The path is what mostly changes.
    valueSelection: [value.length - path.length, value.length],
    validateInput: (typed) => {
      const wish = readLine(typed);
      if (wish === undefined)
        return l10n.t('Write a method and a URL, such as {0}.', 'GET http://localhost:8080/');
      const target = requestTarget(plan, wish.url);
      return target.kind === 'problem' ? target.message : undefined;
    },
  });
  const wish = line === undefined ? undefined : readLine(line);
  if (wish === undefined || !withBody.includes(wish.method)) return wish;
  const body = await window.showInputBox({
    title: l10n.t('Body of the Request'),
    prompt: l10n.t('JSON is sent as application/json, anything else as a form.'),
  });
  return body === undefined ? undefined : { ...wish, body };
}

async function firstUrl(
  server: Pick<StackServer, 'exampleUrl'>,
  plan: LaunchPlan,
): Promise<string> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === 'nginx') {
    const uri = editor.document.uri.toString();
    const url = await server.exampleUrl({ uri, position: editor.selection.active });
    if (url !== null && requestTarget(plan, url).kind === 'target') return url;
  }
  return plan.pages[0]?.url ?? 'http://localhost/';
}

/** `POST http://…`; the method may be left away. */
function readLine(line: string): RequestWish | undefined {
  const [first = '', second, ...more] = line.trim().split(/\s+/);
  if (more.length > 0 || first === '') return undefined;
  if (second === undefined)
    return methods.includes(first.toUpperCase())
      ? undefined
      : { method: 'GET', url: first, body: undefined };
  const method = first.toUpperCase();
  return methods.includes(method) ? { method, url: second, body: undefined } : undefined;
}

function isWish(given: unknown): given is RequestWish {
  return (
    typeof given === 'object' &&
    given !== null &&
    'url' in given &&
    typeof given.url === 'string' &&
    'method' in given &&
    typeof given.method === 'string' &&
    methods.includes(given.method)
  );
}
