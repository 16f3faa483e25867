/**
 * Offset of the `}` that closes a `*_by_lua_block`, undefined when none does. `start` is behind the opening brace. As in
 * ngx_http_lua_module's own lexer, braces in Lua strings, long brackets and comments don't count.
 */
export function endOfLuaBody(text: string, start: number): number | undefined {
  let depth = 1;
  // Everything between two matches is plain Lua. A failed alternative never looks further than its own line.
  const token =
    /--\[(=*)\[|--[^\n]*|\[(=*)\[|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|[{}]/g;
  token.lastIndex = start;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const level = match[1] ?? match[2];
    if (level !== undefined) {
      const closing = text.indexOf(`]${level}]`, token.lastIndex);
      if (closing === -1) return undefined;
      token.lastIndex = closing + level.length + 2;
    } else if (match[0] === '{') depth++;
    else if (match[0] === '}') {
      depth--;
      if (depth === 0) return match.index;
    }
  }
  return undefined;
}
