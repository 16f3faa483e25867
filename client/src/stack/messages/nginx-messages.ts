import type { MessageRow } from './message-row.ts';

/**
 * What nginx says of mistakes in its error log, without what stands around it (`2026/11/26 12:00:00 [error] 7#7: *3 …,
 * client: …`). The wording of the patterns is nginx's own; the explanations are ours.
 */
export const nginxMessages: readonly MessageRow[] = [
  {
    pattern: /^connect\(\) failed \(111: [^)]*\) while connecting to upstream/,
    level: 'error',
    means: 'Nobody listens at $upstream: the client got a 502.',
    remedy: 'Start what should listen there, or mend the address.',
    at: ['$upstream'],
    until: 'answered',
  },
  {
    pattern: /^connect\(\) to unix:(\S+) failed \(2: [^)]*\) while connecting to upstream/,
    level: 'error',
    means: 'The socket $1 does not exist: the client got a 502.',
    remedy: 'Start what should listen there, or mend the path.',
    at: ['$upstream'],
    until: 'answered',
  },
  {
    pattern: /^connect\(\) to unix:(\S+) failed \(13: [^)]*\) while connecting to upstream/,
    level: 'error',
    means: 'nginx may not use the socket $1: the client got a 502.',
    remedy: 'Give its user the right to write, with `chmod-socket` or `chown-socket`.',
    at: ['$upstream'],
    until: 'answered',
  },
  {
    pattern: /^upstream prematurely closed connection while reading response header from upstream/,
    level: 'error',
    means:
      'The other end has hung up without an answer: the client got a 502. Behind a router it means that no worker has the key, or that the worker was killed.',
    remedy:
      'See whether a worker subscribes with the key that is asked for, and what its log says.',
    at: ['$upstream'],
    until: 'answered',
  },
  {
    pattern: /^recv\(\) failed \(104: [^)]*\) while reading response header from upstream/,
    level: 'error',
    means: 'The other end has broken the connection before it answered: the client got a 502.',
    remedy: 'See what its log says: a process was killed, or it refused the request.',
    at: ['$upstream'],
    until: 'answered',
  },
  {
    pattern:
      /^upstream timed out \(110: [^)]*\) while (?:connecting to|reading response header from) upstream/,
    level: 'error',
    means: 'No answer came in time from $upstream: the client got a 504.',
    remedy: 'Make the request faster, add workers, or raise `uwsgi_read_timeout`.',
    at: ['$upstream'],
    until: 'answered',
  },
  {
    pattern: /^upstream sent (?:invalid header|no valid HTTP\/1\.0 header|too big header)/,
    level: 'error',
    means:
      'The answer of $upstream is not what nginx expects there: the two speak different protocols, or its headers are too large.',
    remedy:
      '`uwsgi_pass` needs `socket`, `proxy_pass` needs `http-socket`; headers have to fit into `uwsgi_buffer_size`.',
    at: ['$upstream'],
    until: 'answered',
  },
  {
    pattern: /^no live upstreams while connecting to upstream/,
    level: 'error',
    means: 'All servers of the upstream have failed lately: the client got a 502.',
    remedy: 'Start them, or mend their addresses.',
    at: ['$upstream'],
    until: 'answered',
  },
  {
    pattern: /^(\S+) could not be resolved/,
    level: 'error',
    means: 'nginx cannot look up the name $1.',
    remedy: 'Check the name and `resolver`.',
    at: ['$upstream', '$server'],
  },
  {
    pattern: /^client intended to send too large (?:chunked )?body: (\d+) bytes/,
    level: 'warning',
    means: 'A body of $1 bytes is larger than `client_max_body_size` allows: the client got a 413.',
    remedy: 'Raise `client_max_body_size`.',
    at: ['$server'],
  },
  {
    pattern: /^open\(\) "(.+)" failed \((?:2|13|20): ([^)]*)\)/,
    level: 'warning',
    means: 'The file $1 was asked for and cannot be sent: $2.',
    remedy: 'Create it, or mend `root` or `alias`.',
    at: ['$server'],
  },
  {
    pattern: /^directory index of "(.+)" is forbidden/,
    level: 'warning',
    means: 'The folder $1 has no index file: the client got a 403.',
    remedy: 'Add one, or name it with `index`.',
    at: ['$server'],
  },
  {
    pattern: /^rewrite or internal redirection cycle/,
    level: 'error',
    means: 'The request goes in circles inside of nginx: the client got a 500.',
    remedy: 'Let `try_files`, `rewrite` or `error_page` end somewhere.',
    at: ['$server'],
  },
  {
    pattern: /^(\d+) worker_connections are not enough/,
    level: 'error',
    means: 'All $1 connections are in use: new ones are refused.',
    remedy: 'Raise `worker_connections`.',
  },
  {
    pattern: /^worker process (\d+) exited on signal (\d+)/,
    level: 'error',
    means: 'A process of nginx was killed by signal $2; nginx starts another one.',
    remedy: 'If nobody has killed it, look at the modules that are loaded.',
  },
];
