import { fromBytes, toBytes } from './bytes.ts';
import { type JoinedNode, titleOf } from './join-conf.ts';
import { compilePattern } from './pattern.ts';
import { capture, forget, type Run, say, type Value } from './run.ts';
import { evaluate, look } from './values.ts';

/** Whether the condition of an `if` is true; what the files do not decide is taken for false, and said so. */
export function decide(run: Run, node: JoinedNode): boolean {
  const result = test(run, conditionOf(node.args));
  if (typeof result === 'boolean') {
    say(run, 'rewrite', `${titleOf(node)} is ${String(result)}.`, node);
    return result;
  }
  const text = `${titleOf(node)} depends on ${result.unknown}, and was taken for false.`;
  say(run, 'rewrite', text, node, { sure: false });
  return false;
}

/** The words between the brackets, which nginx takes with or without blanks around them. */
function conditionOf(args: readonly string[]): readonly string[] {
  const words = [...args];
  words[0] = (words[0] ?? '').replace(/^\(/, '');
  if (words[0] === '') words.shift();
  const last = words.length - 1;
  words[last] = (words[last] ?? '').replace(/\)$/, '');
  if (words[last] === '' && words.length > 1) words.pop();
  return words;
}

function test(run: Run, words: readonly string[]): boolean | { readonly unknown: string } {
  const [first = '', second, third] = words;
  if (/^!?-[fdex]$/.test(first)) return fileTest(run, first, evaluate(run, second ?? ''));
  const left = evaluate(run, first);
  if ('unknown' in left) return left;
  if (second === undefined) return left.text !== '' && left.text !== '0';
  const negative = second.startsWith('!');
  if (second === '=' || second === '!=') {
    const right = evaluate(run, third ?? '');
    if ('unknown' in right) return right;
    return (left.text === right.text) !== negative;
  }
  const pattern = compilePattern(toBytes(third ?? ''), second.endsWith('*'));
  const match = pattern === undefined ? 'unknown' : pattern.match(left.text);
  if (match === 'unknown') return { unknown: 'a regular expression that could not be tried here' };
  forget(run);
  capture(run, match);
  return (match !== undefined) !== negative;
}

function fileTest(
  run: Run,
  operator: string,
  value: Value,
): boolean | { readonly unknown: string } {
  if ('unknown' in value) return value;
  const negative = operator.startsWith('!');
  const entry = look(run, value.text);
  if (entry === undefined || entry.kind === 'other')
    return { unknown: `what lies at ${fromBytes(value.text)}` };
  const kind = operator.at(-1);
  if (kind === 'x' && entry.kind === 'file') return ((entry.mode & 0o111) !== 0) !== negative;
  const wanted =
    kind === 'f'
      ? entry.kind === 'file'
      : kind === 'd'
        ? entry.kind === 'folder'
        : entry.kind !== 'absent';
  return wanted !== negative;
}
