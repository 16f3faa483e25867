import { coreDescriptions } from './nginx-descriptions-core.extra.ts';
import { httpDescriptions } from './nginx-descriptions-http.extra.ts';
import {
  ownPassDescriptions,
  passDescriptions,
  passPrefixes,
} from './nginx-descriptions-pass.extra.ts';

/** Own words of a directive by its name, or by `name@context` where the name means something else there. */
export function nginxDescription(key: string): string | undefined {
  return writtenDescriptions[key] ?? passDescription(key);
}

/** Those that stand in a table by their whole name. */
export const writtenDescriptions: Readonly<Record<string, string>> = {
  ...coreDescriptions,
  ...httpDescriptions,
  ...ownPassDescriptions,
};

function passDescription(name: string): string | undefined {
  const [, prefix = '', rest = ''] = /^([a-z]+)_(.+)$/.exec(name) ?? [];
  const protocol = passPrefixes[prefix];
  const text = passDescriptions[rest];
  return protocol === undefined
    ? undefined
    : text?.replaceAll('@', protocol).replaceAll('%', prefix);
}
