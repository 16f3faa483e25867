/** Parameters that a uWSGI or FastCGI server gets by `uwsgi_param` and its kin: meaning and usual value, in our words. */
export const passParameters: Readonly<
  Record<string, { readonly value: string; readonly text: string }>
> = {
  QUERY_STRING: { value: '$query_string', text: 'What stands behind the `?`, undecoded.' },
  REQUEST_METHOD: {
    value: '$request_method',
    text: 'GET, POST, … Without it an application can’t be called properly, and nothing says so.',
  },
  CONTENT_TYPE: { value: '$content_type', text: 'MIME type of the request’s body.' },
  CONTENT_LENGTH: { value: '$content_length', text: 'Length of the request’s body in bytes.' },
  REQUEST_URI: {
    value: '$request_uri',
    text: 'The URI as the client sent it, undecoded and with its query.',
  },
  PATH_INFO: {
    value: '$document_uri',
    text: 'The path that the application routes by: decoded, and after rewrites.',
  },
  SCRIPT_NAME: {
    value: "''",
    text: 'Prefix that the application is mounted at; it belongs before PATH_INFO in links. With `uwsgi_modifier1 30` uWSGI takes it off PATH_INFO.',
  },
  SCRIPT_FILENAME: {
    value: '$document_root$fastcgi_script_name',
    text: 'File that PHP runs.',
  },
  DOCUMENT_URI: { value: '$document_uri', text: 'The path, decoded and after rewrites.' },
  DOCUMENT_ROOT: { value: '$document_root', text: 'Folder that `root` names.' },
  SERVER_PROTOCOL: { value: '$server_protocol', text: 'Version of HTTP, as in `HTTP/1.1`.' },
  REQUEST_SCHEME: { value: '$scheme', text: '`http` or `https`.' },
  HTTPS: {
    value: '$https if_not_empty',
    text: '`on` under TLS. `if_not_empty` keeps it away otherwise, since frameworks only ask whether it is there.',
  },
  REMOTE_ADDR: { value: '$remote_addr', text: 'Address of the client.' },
  REMOTE_PORT: { value: '$remote_port', text: 'Port of the client.' },
  REMOTE_USER: {
    value: '$remote_user',
    text: 'Name that the client logged in with by `auth_basic`.',
  },
  SERVER_ADDR: { value: '$server_addr', text: 'Address that the request came to.' },
  SERVER_PORT: { value: '$server_port', text: 'Port that the request came to.' },
  SERVER_NAME: { value: '$server_name', text: 'First name of the server that answers.' },
  SERVER_SOFTWARE: { value: 'nginx/$nginx_version', text: 'Name of the server’s program.' },
  GATEWAY_INTERFACE: { value: 'CGI/1.1', text: 'Version of CGI, which PHP asks for.' },
  REDIRECT_STATUS: { value: '200', text: 'PHP built with force-cgi-redirect wants it.' },
  HTTP_HOST: {
    value: '$host',
    text: 'Host header that the application sees. Since 1.29.3 nginx sends `$host` with the port by itself.',
  },
  HTTP_PROXY: {
    value: "''",
    text: 'Empty, it keeps the client’s `Proxy` header from being taken for a setting (httpoxy).',
  },
  HTTP_X_FORWARDED_PROTO: { value: '$scheme', text: 'Scheme that the client used.' },
  HTTP_X_FORWARDED_FOR: {
    value: '$proxy_add_x_forwarded_for',
    text: 'Addresses of the client and of the proxies so far.',
  },
  UWSGI_FASTROUTER_KEY: {
    value: '$host',
    text: 'Key that the FastRouter looks its workers up by, in place of the Host header: it must equal the `key` of a `subscribe2`. `$host` has no port and is in lower case.',
  },
  UWSGI_SCHEME: {
    value: '$scheme',
    text: 'Scheme that uWSGI gives to the application (`wsgi.url_scheme`).',
  },
  UWSGI_SCRIPT: { value: 'app', text: 'Module of the application, loaded at the first request.' },
  UWSGI_MODULE: { value: 'app', text: 'Python module of the application.' },
  UWSGI_CALLABLE: { value: 'application', text: 'Callable in the module.' },
  UWSGI_FILE: { value: '/srv/app/wsgi.py', text: 'Python file of the application.' },
  UWSGI_PYHOME: { value: '/srv/venv', text: 'Virtual environment of the application.' },
  UWSGI_CHDIR: { value: '/srv/app', text: 'Folder that uWSGI changes into for the request.' },
  UWSGI_APPID: { value: '$host', text: 'Name of a dynamic application, in place of SCRIPT_NAME.' },
  UWSGI_SETENV: { value: 'NAME=VALUE', text: 'Variable for the environment of the application.' },
  UWSGI_TOUCH_RELOAD: {
    value: '/srv/app/reload',
    text: 'File whose change makes uWSGI load the application anew.',
  },
  UWSGI_POSTFILE: { value: '$request_body_file', text: 'File that holds the request’s body.' },
  UWSGI_CACHE_GET: { value: '$request_uri', text: 'Key that uWSGI answers from its cache.' },
};
