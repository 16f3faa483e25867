const wholes = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const decimals = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const hundredths = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });

export function whole(value: number): string {
  return wholes.format(value);
}

/** One digit behind the point, where it says something; two of what is less than one. */
export function decimal(value: number): string {
  if (value >= 100) return wholes.format(value);
  return (value < 1 ? hundredths : decimals).format(value);
}

export function fill(text: string, value: string): string {
  return text.replace('{0}', value);
}
