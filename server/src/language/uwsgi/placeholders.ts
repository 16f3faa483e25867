/** One option of the list that uWSGI builds while it reads: what `%(name)` looks up and what it is put into. */
export interface PlaceholderSlot {
  readonly key: string;
  value: string;
  known: boolean;
  /** Already executed when the passes run: an immediate option, a variable of set-placeholder. */
  readonly executed: boolean;
  /** Whether a condition or a loop decides that the option is there. */
  readonly conditional: boolean;
}

/**
 * The `%(…)` pass over all values, top to bottom (core/utils.c, uwsgi_apply_config_pass): a name means the first
 * option or variable called so, wherever it stands. `$(…)` and `@(…)` are left as they are; they make a value unknown.
 */
export function expandPlaceholders(slots: readonly PlaceholderSlot[]): void {
  const first = new Map<string, PlaceholderSlot>();
  for (const slot of slots) if (!first.has(slot.key)) first.set(slot.key, slot);
  // A variable that contains itself grows without end in uWSGI; here the work of the whole file has a limit.
  const budget = { left: 2_000_000 };
  for (const slot of slots) {
    if (slot.executed) continue;
    expandSlot(slot, first, budget);
    if (slot.value.includes('(') && /[$@%]\(/.test(slot.value)) slot.known = false;
  }
}

function expandSlot(
  slot: PlaceholderSlot,
  first: ReadonlyMap<string, PlaceholderSlot>,
  budget: { left: number },
): void {
  let at = slot.value.indexOf('%(');
  if (at === -1) return;
  let state: 'text' | 'percent' | 'name' = 'text';
  let nameStart = 0;
  let depth = 0;
  for (; at < slot.value.length; at += 1) {
    const char = slot.value.charAt(at);
    if (char === '%') {
      state = 'percent';
    } else if (state === 'percent') {
      state = char === '(' ? 'name' : 'text';
      nameStart = at + 1;
      depth = 0;
    } else if (state === 'name' && char === '(') {
      depth += 1;
    } else if (state === 'name' && char === ')') {
      if (depth > 0) {
        depth -= 1;
        continue;
      }
      state = 'text';
      const name = slot.value.slice(nameStart, at);
      const found = name === '' ? undefined : lookUp(name, first);
      if (found === undefined) continue;
      if (!found.known) slot.known = false;
      budget.left -= slot.value.length + found.text.length;
      if (budget.left < 0) {
        slot.known = false;
        return;
      }
      slot.value = slot.value.slice(0, nameStart - 2) + found.text + slot.value.slice(at + 1);
      // uWSGI starts again behind the first character, so that a placeholder that the replacement put at the very
      // beginning is never seen.
      at = 0;
    }
  }
}

const longestValue = 100_000;

interface Found {
  readonly text: string;
  readonly known: boolean;
}

/** core/config.c, uwsgi_manage_placeholder: a name with a blank in it is arithmetic, strictly from left to right. */
function lookUp(name: string, first: ReadonlyMap<string, PlaceholderSlot>): Found | undefined {
  if (!name.includes(' ')) {
    const slot = first.get(name);
    return slot && { text: slot.value, known: slot.known && !slot.conditional };
  }
  let current: string | undefined;
  let known = true;
  let operator = '';
  for (const token of name.split(' ')) {
    if (token === '') continue;
    if (['+', '-', '*', '/'].includes(token)) {
      operator = token;
      continue;
    }
    if (token === '++' || token === '--') {
      if (current !== undefined) current = calculate(token.charAt(0), current, '1');
      operator = '';
      continue;
    }
    const slot = first.get(token);
    const literal = /^[0-9]+$/.test(token);
    if (!literal && (slot === undefined || !slot.known || slot.conditional)) known = false;
    const operand = literal ? token : (slot?.value ?? '');
    current = operator === '' ? (current ?? '') + operand : calculate(operator, current, operand);
    operator = '';
    if (current.length > longestValue) return { text: current, known: false };
  }
  return current === undefined ? undefined : { text: current, known };
}

function calculate(operator: string, left: string | undefined, right: string): string {
  const [a, b] = [leadingInteger(left ?? ''), leadingInteger(right)];
  if (operator === '/') return `${b === 0n ? 0n : wrap(a / b)}`;
  return `${wrap(operator === '+' ? a + b : operator === '-' ? a - b : a * b)}`;
}

/** strtoll: leading blanks, a sign, digits; the rest does not count, too much ends at the limit. */
function leadingInteger(text: string): bigint {
  const [, digits] = /^[ \t-\r]*([+-]?[0-9]{1,40})/.exec(text) ?? [];
  if (digits === undefined) return 0n;
  const number = BigInt(digits.replace('+', ''));
  if (number > 0x7fffffffffffffffn) return 0x7fffffffffffffffn;
  return number < -0x8000000000000000n ? -0x8000000000000000n : number;
}

function wrap(number: bigint): bigint {
  return BigInt.asIntN(64, number);
}
