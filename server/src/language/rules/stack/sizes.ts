/** nginx's sizes in bytes: digits with `k`, `m` or `g` behind them; undefined for what is none. */
export function sizeOf(text: string): number | undefined {
  const [, digits, unit = ''] = /^(\d+)([kKmMgG]?)$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  return Number(digits) * (units[unit.toLowerCase()] ?? 1);
}

/** As nginx reads it, with the largest unit that leaves no rest. */
export function sizeText(bytes: number): string {
  for (const [unit, size] of [
    ['g', 1_073_741_824],
    ['m', 1_048_576],
    ['k', 1024],
  ] as const)
    if (bytes > 0 && bytes % size === 0) return `${bytes / size}${unit}`;
  return `${bytes}`;
}

const units: Readonly<Record<string, number>> = { k: 1024, m: 1_048_576, g: 1_073_741_824 };
