import type { BodyReader } from '../../nginx-conf/bodies/body.ts';
import { readGeo } from '../../nginx-conf/bodies/geo.ts';
import { readMap } from '../../nginx-conf/bodies/map.ts';
import {
  readCharsetMap,
  readSplitClients,
  readTypes,
} from '../../nginx-conf/bodies/other-bodies.ts';
import type { ConfNode } from '../../nginx-conf/conf.ts';
import { hasTemplateBlocks } from '../../nginx-conf/template.ts';
import { span } from '../../text/span.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const dataBlock: NginxRule = defineRule({
  id: 'nginx/data-block',
  scope: 'nginx',
  level: 'error',
  docs: {
    what: 'Reports an entry that nginx cannot read in the body of `map`, `geo`, `types`, `split_clients` or `charset_map`.',
    why: 'These bodies hold data, no directives, and each is read in its own way. nginx refuses to start or reload with `invalid number of the map parameters`, `invalid network`, `conflicting parameter` or the like.',
    fix: 'Write each entry as the message says; often a `;` is missing in the line above.',
    source: 'https://nginx.org/en/docs/http/ngx_http_map_module.html',
  },
  check({ path, text, conf }, report) {
    if (hasTemplateBlocks(text)) return;
    const read = (entries: readonly ConfNode[], body: string, block: ConfNode | undefined) => {
      const reader = readers[body];
      if (reader === undefined) return;
      for (const { semicolonAt: at, ...problem } of reader(entries, text, block))
        report({
          ...problem,
          fixes:
            at === undefined
              ? []
              : [
                  {
                    title: 'Insert `;`',
                    edits: [{ path, span: span(at, at), newText: ';' }],
                    preferred: true,
                  },
                ],
        });
    };
    if (conf.rawBody !== undefined) read(conf.nodes, conf.rawBody, undefined);
    else
      for (const { opens, nodes } of conf.kinds)
        if (opens?.startsWith('raw:') === true)
          for (const node of nodes) read(node.children, opens, node);
  },
});

const readers: Readonly<Record<string, BodyReader>> = {
  'raw:map': readMap,
  'raw:geo': readGeo,
  'raw:mime-map': readTypes,
  'raw:split-clients': readSplitClients,
  'raw:charset-map': readCharsetMap,
};
