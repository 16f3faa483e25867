import type { IniLine, IniTree } from '../ini/tree.ts';
import { textOf } from '../text/span.ts';
import { templateSpans } from './template.ts';

/** The lines between a template's `{% if … %}` and its `{% endif %}`: the template decides whether they are there. */
export function templateBlockLines(tree: IniTree): ReadonlySet<IniLine> {
  const inside = new Set<IniLine>();
  const tags = templateSpans(tree.text);
  let next = 0;
  let depth = 0;
  for (const line of tags.length === 0 ? [] : tree.lines) {
    for (let tag = tags[next]; tag && tag.start < line.span.end; tag = tags[next]) {
      const text = textOf(tree.text, tag);
      if (closing.test(text)) depth = Math.max(0, depth - 1);
      else if (opening.test(text)) depth += 1;
      next += 1;
    }
    if (depth > 0) inside.add(line);
  }
  return inside;
}

/** Jinja and Django; Go (`{{ if .Port }}`, `{{- end }}`); ERB. A tag that is no block has no end either. */
const opening =
  /^\{%[-+]?\s*(?:if|for|with|macro|block|filter|autoescape|call|ifequal|ifnotequal|ifchanged)\b|^\{\{-?\s*(?:if|range|with|block|define)\b|^<%-?\s*(?:if|unless|case|for|while)\b|\bdo\s*(?:\|[^|]*\|)?\s*-?%>$/;
const closing = /^\{%[-+]?\s*end|^\{\{-?\s*end\b|^<%-?\s*(?:end\b|\})/;
