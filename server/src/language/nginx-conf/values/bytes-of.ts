/** Bytes of a size such as `16k`, `1m` or `2g`; undefined for anything else. */
export function bytesOf(text: string | undefined): number | undefined {
  const found = /^(\d+)([kmg]?)$/i.exec(text ?? '');
  return found ? Number(found[1]) * (scale[found[2]?.toLowerCase() ?? ''] ?? 1) : undefined;
}

const scale: Readonly<Record<string, number>> = { k: 1024, m: 1024 ** 2, g: 1024 ** 3 };
