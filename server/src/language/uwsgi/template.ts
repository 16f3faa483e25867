/**
 * Marks of a template that has to be filled in before uWSGI reads the file: Jinja, Django and cookiecutter
 * (`{{ name }}`, `{% if %}`), ERB (`<%= name %>`), and `${NAME}` of envsubst, which uWSGI itself doesn't know.
 */
export function hasTemplateMark(text: string): boolean {
  return /\{\{|\{%|<%|\$\{[A-Za-z_][A-Za-z0-9_]*\}/.test(text);
}

/** A line that is an instruction to the template engine, as a whole. */
export function isTemplateLine(line: string): boolean {
  return /^\s*(?:\{%.*%\}|\{\{.*\}\}|\{#.*#\}|<%.*%>)\s*$/.test(line);
}
