import type { Word } from '../../nginx/tree.ts';
import { number, seconds, type ValueKind } from './kind.ts';
import { check, type Shape, type ValueProblem } from './shape.ts';

/** `error_page CODE … [=[CODE]] URI`. */
export const errorPage: Shape = function* (args) {
  const override = args.at(-2);
  const hasOverride = override?.value.startsWith('=') === true;
  const codes = args.slice(0, hasOverride ? -2 : -1);
  const [first] = args;
  if (codes.length === 0 && first) {
    yield { word: first, message: 'expects a code such as 404 before it' };
    return;
  }
  for (const word of codes)
    yield* check(word, (text) =>
      number(300, 599)(text) === undefined && Number(text) !== 499
        ? undefined
        : 'a code from 300 to 599 other than 499',
    );
  if (hasOverride && override.value.length > 1)
    yield* check(override, (text) => (/^=\d+$/.test(text) ? undefined : '`=` and a code'));
};

const expiresTime: ValueKind = (text) => {
  if (text.includes('$') || ['epoch', 'max', 'off'].includes(text)) return undefined;
  const daily = text.startsWith('@');
  const time = text.replace(daily ? /^@/ : /^[+-]/, '');
  return seconds(time) && '`epoch`, `max`, `off`, or a time such as `30d`, `-1` or `@15h30m`';
};

/** `expires [modified] TIME`. */
export const expires: Shape = function* (args) {
  if (args.length === 1) {
    yield* check(args[0], expiresTime);
    return;
  }
  yield* check(args[0], (text) => (text === 'modified' ? undefined : '`modified` or one time'));
  yield* check(args[1], (text) =>
    text.startsWith('@') ? 'no daily time behind `modified`' : expiresTime(text),
  );
};

/** `return CODE [TEXT]` or `return URL`. */
export const returnCode: Shape = function* (args) {
  const [code] = args;
  if (code === undefined) return;
  if (/^\d+$/.test(code.value) && Number(code.value) <= 999) return;
  if (args.length === 1 && /^(?:https?:\/\/|\$scheme)/.test(code.value)) return;
  yield* check(
    code,
    () => 'a code up to 999, or one URL that begins with `http://`, `https://` or `$scheme`',
  );
};

/** `try_files FILE … URI`, the last may be `=CODE`. */
export const tryFiles: Shape = function* (args): Generator<ValueProblem> {
  const last: Word | undefined = args.at(-1);
  if (last?.value.startsWith('=') !== true) return;
  yield* check(last, (text) =>
    /^=\d+$/.test(text) && Number(text.slice(1)) <= 999 ? undefined : '`=` and a code up to 999',
  );
};
