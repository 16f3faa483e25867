import { wholesOf } from '../../stack/nginx-wholes.ts';
import { span } from '../../text/span.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const noEvents: NginxRule = defineRule({
  id: 'nginx/no-events',
  scope: 'nginx',
  // A part of a configuration may look like a whole one, and its `events` stand in the file that includes it.
  level: 'warning',
  docs: {
    what: 'Warns about a whole configuration without an `events` block.',
    why: 'nginx refuses to start or reload with `no "events" section in configuration`, even if nothing has to be set there.',
    fix: 'Add `events {}`.',
    source: 'https://nginx.org/en/docs/ngx_core_module.html#events',
  },
  check(view, report) {
    const { path, conf } = view;
    if (conf.kind !== 'main') return;
    const wholes = wholesOf(view);
    if (wholes.some(({ main }) => main !== path)) return;
    const [whole] = wholes;
    const has = (name: string) =>
      whole?.files.some(({ conf: { nodes } }) =>
        nodes.some(({ statement }) => statement.name.value === name),
      );
    if (whole?.complete !== true || has('events') === true) return;
    const block = conf.nodes.find(({ statement }) => statement.end.kind === 'block');
    if (block === undefined) return;
    const { start } = block.statement.span;
    report({
      span: block.statement.name.span,
      message: 'this configuration has no `events` block: nginx does not start without one',
      fixes: [
        {
          title: 'Insert `events {}`',
          edits: [{ path, span: span(start, start), newText: 'events {}\n' }],
          preferred: true,
        },
      ],
    });
  },
});
