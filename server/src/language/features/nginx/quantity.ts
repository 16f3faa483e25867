/** `8k` → `8,192 bytes`; undefined for what is no size, or one of plain bytes below a thousand. */
export function sizeInWords(text: string): string | undefined {
  const [, digits = '', unit = ''] = /^(\d{1,12})([kmg]?)$/i.exec(text) ?? [];
  if (digits === '') return undefined;
  const bytes = Number(digits) * (sizes[unit.toLowerCase()] ?? 1);
  if (bytes === 0) return '0 bytes';
  const exact = `${grouped(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}`;
  const [scale, name] = bytes >= gib ? [gib, 'GiB'] : bytes >= mib ? [mib, 'MiB'] : [kib, 'KiB'];
  return bytes < kib ? exact : `${exact} (${round(bytes / scale)} ${name})`;
}

/** `1h30m` → `1 hour 30 minutes`; `bare` says what a number without a unit counts. */
export function timeInWords(text: string): string | undefined {
  if (/^\d{1,9}$/.test(text)) return counted(Number(text), 'second');
  if (!/^(?:\d{1,9}(?:ms|[smhdwMy])\s*)+$/.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+)(ms|[smhdwMy])/g)].map(([, number, unit = '']) =>
    counted(Number(number), times[unit] ?? unit),
  );
  const remark = text.includes('M') ? '; `M` means months' : '';
  return `${parts.join(' ')}${remark}`;
}

export function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

export function counted(number: number, unit: string): string {
  return `${grouped(number)} ${unit}${number === 1 ? '' : 's'}`;
}

function round(number: number): string {
  return String(Math.round(number * 10) / 10);
}

const kib = 1024;
const mib = 1024 * kib;
const gib = 1024 * mib;
const sizes: Readonly<Record<string, number>> = { k: kib, m: mib, g: gib };

/** A month counts 30 days and a year 365 to nginx. */
const times: Readonly<Record<string, string>> = {
  ms: 'millisecond',
  s: 'second',
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  M: 'month',
  y: 'year',
};
