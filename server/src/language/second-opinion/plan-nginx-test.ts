import type { PlannedFile } from '../../../../shared/launch-plan.ts';
import type { NginxFile } from '../rules/inputs.ts';
import { type Endpoint, formatEndpoint } from '../stack/endpoint.ts';
import { shadowNginx } from '../stack/plan/shadow.ts';
import { dirname } from '../text/path.ts';

export interface NginxTestPlan {
  /** Written into the folder of the test, and nowhere else. */
  readonly files: readonly PlannedFile[];
  /** Arguments of nginx. */
  readonly args: readonly string[];
  /** Path in the folder → the person's own file. */
  readonly pathMap: ReadonlyMap<string, string>;
  /** Socket in the folder → the address in its place, for nginx's messages. */
  readonly addresses: ReadonlyMap<string, string>;
}

export interface NginxTestOptions {
  /** Private folder of this test, with a short path: sockets lie in it. */
  readonly folder: string;
  readonly root: boolean;
  readonly modules: string | undefined;
}

/**
 * What `nginx -t` needs to judge a configuration: the copy that the launcher would run, with sockets in the folder of
 * the test in place of every address, so that a stack that runs or is being started never meets the test.
 */
export function planNginxTest(
  main: NginxFile,
  files: ReadonlyMap<string, NginxFile>,
  { folder, root, modules }: NginxTestOptions,
): NginxTestPlan {
  const addresses = new Map<string, string>();
  const sockets = new Map<string, string>();
  const listenAt = (address: Endpoint): string => {
    const written =
      address.kind === 'unix' ? `unix:${address.path}` : formatEndpoint(sameWildcard(address));
    const known = sockets.get(written) ?? `unix:${folder}/l${String(sockets.size)}`;
    sockets.set(written, known);
    addresses.set(known, written);
    return known;
  };
  const shadow = shadowNginx(main.path, files, { runDirectory: folder, root, modules, listenAt });
  return {
    files: shadow.files,
    args: ['-t', '-q', '-p', `${folder}/`, '-c', shadow.conf, '-e', 'stderr'],
    // Relative paths that the copy has left count from its own folder.
    pathMap: new Map([...shadow.pathMap, [`${folder}/conf/`, `${dirname(main.path)}/`]]),
    addresses,
  };
}

/** `80`, `*:80` and `0.0.0.0:80` are one socket. */
function sameWildcard(address: Extract<Endpoint, { kind: 'tcp' }>): Endpoint {
  return address.host === '0.0.0.0' ? { ...address, host: '*' } : address;
}
