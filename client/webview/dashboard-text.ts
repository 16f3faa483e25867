const wholes = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const decimals = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });

export function whole(value: number): string {
  return wholes.format(value);
}

/** One digit behind the point, where it says something. */
export function decimal(value: number): string {
  return value >= 100 ? wholes.format(value) : decimals.format(value);
}

export function fill(text: string, value: string): string {
  return text.replace('{0}', value);
}
