import type { RequestFormat } from '../../../../../shared/request-formats.ts';
import type { NginxConf } from '../../nginx-conf/conf.ts';
import { scopeOf } from '../../nginx-conf/declarations.ts';
import { nodesNamed } from '../../nginx-conf/walk.ts';

export const accessFormatName = 'uwsgi_stack_access';

/** nginx's `combined`, with the host that was asked for and the seconds that it took. */
export const accessFormat: RequestFormat = {
  language: 'nginx',
  escape: 'default',
  text: [
    '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent',
    '"$http_referer" "$http_user_agent" $host $request_time',
  ].join(' '),
};

/** Every `log_format` of a file that requests can be logged in. */
export function requestFormatsOf(conf: NginxConf): readonly RequestFormat[] {
  return nodesNamed(conf, 'log_format').flatMap((node): RequestFormat[] => {
    if (scopeOf(node) === 'stream') return [];
    const [, ...words] = node.statement.args.map(({ value }) => value);
    const escape = /^escape=(default|json|none)$/.exec(words[0] ?? '')?.[1];
    return [
      {
        language: 'nginx',
        escape: (escape ?? 'default') as RequestFormat['escape'],
        text: (escape === undefined ? words : words.slice(1)).join(''),
      },
    ];
  });
}
