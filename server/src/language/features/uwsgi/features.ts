import type { UwsgiView } from '../../rules/inputs.ts';
import type { Features } from '../feature.ts';

export const uwsgiFeatures: Features<UwsgiView> = {
  hover: () => undefined,
  completion: () => [],
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
