/** The FastRouter and subscriptions: what the options do, in our own words. See uwsgi-descriptions.extra.ts. */
export const routerDescriptions: Readonly<Record<string, string>> = {
  fastrouter:
    'Address at which the FastRouter takes requests, repeatable. It speaks the uwsgi protocol only: nginx reaches it with `uwsgi_pass`, a browser does not. Needs `master = true`; `=0` takes the first `shared-socket`.',
  'fastrouter-processes':
    'Number of router processes; each balances on its own, and the stats show the first one only.',
  'fastrouter-subscription-server':
    'Where workers announce themselves, by datagram: `IP:PORT` (UDP) or the path of a unix socket; repeatable. Host names, `*` and IPv6 do not work here, and a port that is taken does not stop the start.',
  'fastrouter-cheap':
    "Takes no connection while no worker is subscribed; clients wait in the kernel's queue meanwhile instead of getting an error.",
  'fastrouter-stats':
    'Address of a JSON server that shows keys, nodes and counters of the router. When the port is taken the router process dies and is respawned each second.',
  'fastrouter-to':
    'Address of a fixed backend, repeatable, used in turn; a dead one rests for `fastrouter-gracetime`. Ignored while the router has a subscription server.',
  'fastrouter-fallback':
    'Backend for requests whose chosen backend failed. Not for unknown keys, unless `fastrouter-fallback-on-no-key` is on.',
  'fastrouter-fallback-on-no-key':
    'Sends requests with an unknown key to `fastrouter-fallback` instead of closing the connection.',
  'fastrouter-subscription-fallback-key': "Key to use when the request's own key has no worker.",
  'fastrouter-use-base':
    'Takes the key as the name of a unix socket: text in front of the key, usually a folder with `/` at its end.',
  'fastrouter-use-pattern':
    "Builds the backend's address from the key, which stands for `%%s`. With a single `%s` the name of the ini file gets in.",
  'fastrouter-use-cache':
    'Looks the key up in a uWSGI cache; the item names the backend. Needs a cache in the same instance.',
  'fastrouter-use-code-string':
    "`MODIFIER:FILE:FUNCTION`: a function of the app's language that is given the key and returns the backend's address.",
  'fastrouter-use-socket':
    "Sends every request to the instance's own worker socket of that number (0 unless given); no subscription is needed.",
  'fastrouter-timeout':
    'Seconds without traffic after which a connection is closed, 60 unless set. Nothing is logged then.',
  'fastrouter-gracetime':
    'Seconds that a dead backend of `fastrouter-to` is left alone, 30 unless set.',
  'fastrouter-events':
    'Most events that the router takes from the kernel in one turn, 64 unless set.',
  'fastrouter-buffer-size':
    "Bytes of the router's buffer per connection, a page unless set. Request headers have to fit.",
  'fastrouter-post-buffering':
    'Reads whole request bodies before a worker is bothered: up to this many bytes in memory, larger ones in a file in TMPDIR.',
  'fastrouter-post-buffering-dir': 'Accepted but without effect; the TMPDIR variable decides.',
  'fastrouter-quiet': 'Keeps failed connections to backends out of the log.',
  'fastrouter-uid': 'User that the router processes run as: number or name.',
  'fastrouter-gid': 'Group that the router processes run as: number or name.',
  'fastrouter-resubscribe':
    'Passes the subscriptions of this router on to another subscription server.',
  'fastrouter-resubscribe-bind': 'Address from which `fastrouter-resubscribe` sends.',
  'fastrouter-zerg': 'Address of a zerg server that hands over the sockets to attach to.',
  'fastrouter-subscription-slot': 'Without effect since long; it only prints a warning.',
  subscribe2:
    'Announces this worker to a router as `key=value` items, divided by commas without blanks; `server` and `key` are needed. A mistake in it is never reported: nothing is sent then, though the log says "subscribing to".',
  'subscribe-to':
    'Announces this worker to a router, `SERVER:KEY`, optionally `ADDRESS=` in front and a modifier behind. `subscribe2` can say more; names are not resolved in either.',
  'subscribe-freq':
    "Seconds between announcements, 10 unless set; has to be well below the router's `subscription-tolerance`. 0 crashes the master.",
  'subscribe-with-modifier1':
    'Modifier that all announcements carry, so that the router sets it in each request.',
  'subscription-tolerance':
    'On the router: seconds without an announcement after which a worker is dropped, 17 unless set. Checked only when a request for its key comes.',
  'subscription-algo':
    'On the router: how workers of one key share requests: `wrr` (weighted round robin, default), `lrc` (fewest running requests), `wlrc` (the same, by weight). Anything else silently means `wrr`.',
  'subscription-dotsplit':
    'On the router: when a key is unknown, tries what follows each dot in it, so that a worker subscribed as `.example.com` gets all its subdomains.',
  'subscription-notify-socket':
    'Where the router acknowledges announcements: a unix datagram socket or UDP address of the worker.',
  'notify-socket': 'Datagram socket at which the instance listens for notifications.',
  'subscriptions-sign-check':
    'On the router: `DIGEST:FOLDER`, takes only announcements signed by a key whose certificate lies in the folder. Unsigned ones are dropped without a word.',
  'subscriptions-sign-check-tolerance':
    'Seconds by which the clock of a signed announcement may differ, a day unless set.',
  'subscriptions-sign-skip-uid':
    'User id whose announcements over a unix socket need no signature.',
  'subscriptions-credentials-check':
    'Folder of files, named after keys, with the user that may subscribe them over a unix socket.',
  'subscriptions-use-credentials':
    "Reads the sender's process, user and group from announcements over a unix socket.",
  'start-unsubscribed': 'Starts without announcing itself; `S` in the master FIFO begins.',
  'unsubscribe-on-graceful-reload':
    'Takes the announcement back before a graceful reload. Wanted where the port is chosen by the kernel, since it changes with each reload.',
  weight:
    'Weight of this worker in its announcements, 1 unless set: a worker of weight 2 gets twice the requests.',
  'auto-weight':
    'Announces processes times threads as the weight; beats the weight of `subscribe2`.',
  rawrouter: 'Address of the raw router, which passes TCP through as it is, without any protocol.',
  sslrouter: '`ADDRESS,CERTIFICATE,KEY`: takes TLS, opens it, and passes the plain stream on.',
};
