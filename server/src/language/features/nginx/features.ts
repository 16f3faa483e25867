import type { NginxView } from '../../rules/inputs.ts';
import type { Features } from '../feature.ts';
import { nginxCompletion } from './completion.ts';
import { nginxFoldings } from './foldings.ts';
import { nginxHover } from './hover.ts';
import { nginxSelections } from './selections.ts';
import { nginxSymbols } from './symbols.ts';

export const nginxFeatures: Features<NginxView> = {
  hover: nginxHover,
  completion: nginxCompletion,
  signature: () => undefined,
  definition: () => [],
  references: () => [],
  renameable: () => undefined,
  rename: () => ({ problem: 'Nothing can be renamed here.' }),
  links: () => [],
  symbols: nginxSymbols,
  foldings: nginxFoldings,
  selections: nginxSelections,
  format: () => [],
  tokens: () => [],
  inlays: () => [],
  actions: () => [],
};
