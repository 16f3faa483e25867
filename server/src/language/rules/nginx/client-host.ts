import { scanVariables } from '../../nginx-conf/scan-variables.ts';
import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { replaceSpan } from './word-fixes.ts';

export const clientHost: NginxRule = defineRule({
  id: 'nginx/client-host',
  scope: 'nginx',
  level: 'information',
  docs: {
    what: 'Reports a Host that is passed on as the client has written it.',
    why: '`$http_host` is the header, whatever stands in it: for `GET http://a.test/` with `Host: evil.test` nginx chooses the server of a.test, and the application is told evil.test. Links in mails and cached pages then lead there.',
    fix: 'Use `$host`, the name that nginx has chosen the server by; `$host:$server_port` where the application needs the port.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#var_host',
  },
  check(view, report) {
    for (const { statement } of statementsNamed(view.conf, ...directives)) {
      const [name, value] = statement.args;
      if (name === undefined || value === undefined) continue;
      const header = statement.name.value.endsWith('_param') ? /^HTTP_HOST$/ : /^host$/i;
      if (!header.test(name.value)) continue;
      for (const { name: variable, span } of scanVariables(view.text, value))
        if (variable.toLowerCase() === 'http_host')
          report({
            span,
            message:
              'the application is told the Host that the client has written, whichever server it was that answered',
            fixes: [replaceSpan(view, span, '$host')],
          });
    }
  },
});

const directives = [
  'proxy_set_header',
  'grpc_set_header',
  'uwsgi_param',
  'fastcgi_param',
  'scgi_param',
];
