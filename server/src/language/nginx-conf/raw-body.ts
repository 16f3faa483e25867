import type { Statement } from '../nginx/tree.ts';
import { directivesNamed } from './directives.ts';

/**
 * The body that a file without any directive is meant for (`include types.map;` in a `map` block, `mime.types` without
 * its braces, …): nginx reads each line of such a body as data, not as a directive. undefined for any other file.
 */
export function rawBodyOf(statements: readonly Statement[]): string | undefined {
  const data = statements.filter(({ name }) => name.value !== 'include');
  if (data.length === 0 || data.some(isDirective)) return undefined;
  const every = (test: (name: string, count: number) => boolean) =>
    data.every(({ name, args }) => test(name.value, args.length));
  if (every((name) => /^[\w.+-]+\/[\w.+-]+$/.test(name))) return 'raw:mime-map';
  if (every((name, count) => count === 1 && (name === '*' || /^[\d.]+%$/.test(name))))
    return 'raw:split-clients';
  if (
    every(
      (name, count) =>
        /^(?:default|ranges|delete|proxy|proxy_recursive)$/.test(name) ||
        (count === 1 && /^[\da-f.:]+(?:[/-][\da-f.:]+)?$/i.test(name) && /[.:]/.test(name)),
    )
  )
    return 'raw:geo';
  if (every((name, count) => count === 1 && /^[\dA-F]{2}$/i.test(name))) return 'raw:charset-map';
  const single = every((name, count) => count === 1 || (count === 0 && mapWord.test(name)));
  const looksLikeMap = data.some(
    ({ name }) => name.quote !== undefined || mapWord.test(name.value) || /^~|\W/.test(name.value),
  );
  return single && looksLikeMap ? 'raw:map' : undefined;
}

const mapWord = /^(?:default|hostnames|volatile)$/;

function isDirective({ name, end }: Statement): boolean {
  return (
    end.kind === 'block' || (directivesNamed(name.value).length > 0 && name.quote === undefined)
  );
}
