import type { Explanation } from './explanation.ts';

/** One sentence: what the client gets in the end. */
export function describeHandler(explanation: Explanation): string {
  const { handler } = explanation;
  const sentence = describe(explanation);
  const isOther = ['uwsgi', 'pass', 'module'].includes(handler.kind);
  return isOther && 'status' in handler && handler.status !== undefined
    ? sentence.replace(/^Answer:/, `Answer, sent as ${String(handler.status)}:`)
    : sentence;
}

function describe({ handler }: Explanation): string {
  switch (handler.kind) {
    case 'answer': {
      const { status, location, body } = handler;
      if (location !== undefined) return `Answer: ${String(status)}, a redirect to ${location}.`;
      return body === undefined || body === ''
        ? `Answer: ${String(status)}.`
        : `Answer: ${String(status)} with the text "${short(body)}".`;
    }
    case 'file': {
      const { status, path, exists } = handler;
      const doubt = exists === undefined ? ', if it is there' : '';
      return `Answer: ${String(status)}, the file ${path}${doubt}.`;
    }
    case 'uwsgi': {
      const { address, key, routers, workers, elsewhere } = handler;
      if (routers.length === 0)
        return workers.length === 0
          ? `Answer: whatever listens at ${address}; none of the files does.`
          : `Answer: the worker at ${address}.`;
      if (key === undefined) return 'Answer: a worker that the router chooses by a key.';
      if (elsewhere && workers.length === 0)
        return `Answer: a worker that the router finds for the key "${key}".`;
      return workers.length === 0
        ? `Answer: 502, as no worker announces the key "${key}" to the router.`
        : `Answer: a worker that announces the key "${key}" to the router.`;
    }
    case 'pass':
      return `Answer: what ${handler.address} says (${handler.directive}).`;
    case 'module':
      return `Answer: made by ${handler.directive}.`;
    case 'nothing':
      return 'No answer.';
  }
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
