import { basename } from '../../text/path.ts';
import { lastOption } from '../../uwsgi/lookup.ts';
import { defineRule } from '../rule.ts';

export const socketPermissions = defineRule({
  id: 'stack/socket-permissions',
  scope: 'stack',
  level: 'information',
  docs: {
    what: 'nginx connects to a unix socket whose rights the ini file leaves to chance.',
    why: 'Who connects to a unix socket needs the right to write to it. uWSGI makes it with the rights of its umask, usually for its own user only, and nginx often runs as another one: "connect() to unix:… failed (13: Permission denied)", a 502.',
    fix: 'Add `chmod-socket = 660` with `chown-socket` or a common group, or run both as one user with `uid` and `gid`.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Nginx.html',
  },
  check({ graph, around }, report) {
    const told = new Set<string>();
    for (const { path, targets } of graph.passes) {
      for (const { ends, span } of targets) {
        for (const { path: file, socket } of ends) {
          const spot = `${socket.path}:${socket.span.start}`;
          if (socket.endpoint?.kind !== 'unix' || told.has(spot)) continue;
          told.add(spot);
          const config = around.effective(file);
          if (config?.complete !== true || lastOption(config, ...deciding) !== undefined) continue;
          const entry = around
            .uwsgiFile(socket.path)
            ?.config.entries.find(({ valueSpan }) => valueSpan.start === socket.span.start);
          const at = entry?.line.span.start;
          const line = 'chmod-socket = 660\n';
          report({
            path: socket.path,
            span: socket.span,
            message: `Nothing says who may write to this socket: ${basename(path)} connects to it, and gets "Permission denied" where nginx runs as another user`,
            related: [{ path, span, message: 'nginx connects to it here' }],
            fixes:
              at === undefined
                ? []
                : [
                    {
                      title: 'Add `chmod-socket = 660` for a group that both are in',
                      edits: [{ path: socket.path, span: { start: at, end: at }, newText: line }],
                    },
                  ],
          });
        }
      }
    }
  },
});

/** Options that decide who owns the socket, or what its rights are. */
const deciding = ['chmod-socket', 'chown-socket', 'uid', 'gid', 'umask', 'abstract-socket'];
