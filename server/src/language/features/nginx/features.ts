import type { NginxView } from '../../rules/inputs.ts';
import type { Features } from '../feature.ts';
import { nginxCompletion } from './completion.ts';
import { nginxHover } from './hover.ts';

export const nginxFeatures: Features<NginxView> = {
  hover: nginxHover,
  completion: nginxCompletion,
  signature: () => undefined,
  definition: () => [],
  references: () => [],
  renameable: () => undefined,
  rename: () => ({ problem: 'Nothing can be renamed here.' }),
  links: () => [],
  symbols: () => [],
  foldings: () => [],
  selections: () => [],
  format: () => [],
  tokens: () => [],
  inlays: () => [],
  actions: () => [],
};
