/** Whether a part of a text takes more than `limit` bytes in UTF-8. Counts only when the length leaves any doubt. */
export function byteLengthExceeds(
  text: string,
  start: number,
  end: number,
  limit: number,
): boolean {
  if (end - start > limit) return true;
  if ((end - start) * 3 <= limit) return false;
  let bytes = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    // A surrogate pair is four bytes, so each half counts for two.
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
  }
  return bytes > limit;
}
