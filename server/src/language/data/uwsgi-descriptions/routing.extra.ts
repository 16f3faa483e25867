/** Routing and other languages: what the options do, in our own words. See uwsgi-descriptions.extra.ts. */
export const routingDescriptions: Readonly<Record<string, string>> = {
  route:
    '`REGEXP ACTION:ARGUMENT`: runs an action before the app when PATH_INFO matches; in file order, until one ends the request. Needs a build with PCRE, and `$1` stands for the first group.',
  'route-host': '`REGEXP ACTION:ARGUMENT`: like `route`, matched against the Host header.',
  'route-uri': '`REGEXP ACTION:ARGUMENT`: like `route`, matched against REQUEST_URI.',
  'route-qs': '`REGEXP ACTION:ARGUMENT`: like `route`, matched against the query string.',
  'route-remote-addr':
    "`REGEXP ACTION:ARGUMENT`: like `route`, matched against the client's address.",
  'route-remote-user':
    '`REGEXP ACTION:ARGUMENT`: like `route`, matched against the logged-in user.',
  'route-user-agent':
    '`REGEXP ACTION:ARGUMENT`: like `route`, matched against the User-Agent header.',
  'route-referer': '`REGEXP ACTION:ARGUMENT`: like `route`, matched against the Referer header.',
  'route-label': 'Name of a place among the routes that the action `goto` can jump to.',
  'route-if':
    '`CONDITION:ARGUMENTS ACTION:ARGUMENT`: like `route`, with a condition such as `exists:FILE` or `equal:A;B`.',
  'route-if-not': 'Like `route-if`, when the condition does not hold.',
  'route-run': '`ACTION:ARGUMENT`: an action for every request.',
  'final-route': '`REGEXP ACTION:ARGUMENT`: like `route`, after the app has answered.',
  'final-route-run': '`ACTION:ARGUMENT`: an action for every request after the app has answered.',
  'error-route-status':
    '`STATUS ACTION:ARGUMENT`: an action when a response is about to get that error status.',
  'response-route':
    "`REGEXP ACTION:ARGUMENT`: like `route`, just before the response's headers are sent.",
  'response-route-run':
    "`ACTION:ARGUMENT`: an action for every request just before the response's headers are sent.",
  'response-route-if':
    "`CONDITION:ARGUMENTS ACTION:ARGUMENT`: like `route-if`, just before the response's headers are sent.",
  'response-route-label': 'Name of a place among the response routes that `goto` can jump to.',
  'response-route-status':
    '`STATUS ACTION:ARGUMENT`: an action when the response has that status, just before its headers are sent.',
  cgi: '`[/MOUNT=]PATH`: runs CGI scripts of a folder, or one script.',
  'cgi-allowed-ext': 'Extension that a CGI script must have, e.g. `.py`; repeatable.',
  'cgi-map-helper': '`.EXT=PROGRAM`: interpreter for CGI scripts of that extension.',
  'cgi-index': 'Script that stands for a folder of CGI scripts.',
  'cgi-timeout': 'Seconds that a CGI script may be silent.',
  psgi: 'Path of the Perl app (PSGI).',
  rack: "Path of the Ruby app's `config.ru`.",
  'php-docroot': 'Document root of the PHP plugin.',
  'php-allowed-docroot': 'Folder that PHP scripts may be in; repeatable.',
  'php-app': 'One PHP script that answers every request.',
  'php-index': 'Script that stands for a folder, e.g. `index.php`.',
  'php-set': '`NAME=VALUE` of php.ini.',
  'php-ini': 'Path of the php.ini to use.',
};
