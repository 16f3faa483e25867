/**
 * nginx compares bytes. A byte string has one character, U+0000 to U+00FF, for each byte of the UTF-8 form of a text.
 */
export function toBytes(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\0-\x7f]+/g, (part) =>
      encodeURIComponent(part).replace(/%(..)/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    );
}

/** For people: bytes that are no UTF-8 stay as `%XX`. */
export function fromBytes(bytes: string): string {
  return bytes.replace(/[\x80-\xff]+/g, (part) => {
    const escaped = part.replace(/./gs, percent);
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}

export function percent(byte: string): string {
  return `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
