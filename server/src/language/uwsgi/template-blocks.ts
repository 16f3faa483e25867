import type { IniLine, IniTree } from '../ini/tree.ts';
import { textOf } from '../text/span.ts';
import { isTemplateLine, templateSpans } from './template.ts';

/** What a template engine does to the lines of a file before uWSGI reads it. */
export interface TemplateLines {
  /** Lines that are an instruction as a whole, which uWSGI never sees: `{% if a %}`. */
  readonly instructions: ReadonlySet<IniLine>;
  /** Lines between `{% if … %}` and `{% endif %}`: the template decides whether they are there. */
  readonly inBlock: ReadonlySet<IniLine>;
  /** Whether an instruction may put lines in that nobody sees here: `{{ more_options }}`, `{% include … %}`. */
  readonly open: boolean;
}

export function templateLines(tree: IniTree): TemplateLines {
  const tags = templateSpans(tree.text);
  if (tags.length === 0) return noTemplate;
  const instructions = new Set<IniLine>();
  const inBlock = new Set<IniLine>();
  let open = false;
  let next = 0;
  let depth = 0;
  for (const line of tree.lines) {
    const whole = isTemplateLine(textOf(tree.text, line.span));
    for (let tag = tags[next]; tag && tag.start < line.span.end; tag = tags[next]) {
      const text = textOf(tree.text, tag);
      if (blockEnd.test(text)) depth = Math.max(0, depth - 1);
      else if (blockStart.test(text)) depth += 1;
      else if (whole && linesFrom.test(text)) open = true;
      next += 1;
    }
    if (whole) instructions.add(line);
    else if (depth > 0) inBlock.add(line);
  }
  return { instructions, inBlock, open };
}

const noTemplate: TemplateLines = { instructions: new Set(), inBlock: new Set(), open: false };

/** Jinja and Django; Go (`{{ if .Port }}`, `{{- end }}`); ERB. A tag that is no block has no end either. */
const blockStart =
  /^\{%[-+]?\s*(?:if|for|with|macro|block|filter|autoescape|call|ifequal|ifnotequal|ifchanged)\b|^\{\{-?\s*(?:if|range|with|block|define)\b|^<%-?\s*(?:if|unless|case|for|while)\b|\bdo\s*(?:\|[^|]*\|)?\s*-?%>$/;
const blockEnd = /^\{%[-+]?\s*end|^\{\{-?\s*end\b|^<%-?\s*(?:end\b|\})/;
const linesFrom = /^\{\{(?!-?\s*(?:else\b|\/\*))|^\{%[-+]?\s*(?:include|extends|import)\b|^<%=/;
