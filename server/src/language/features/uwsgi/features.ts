import type { UwsgiView } from '../../rules/inputs.ts';
import type { Features } from '../feature.ts';
import { uwsgiFoldings } from './foldings.ts';
import { formatUwsgi } from './format.ts';
import { uwsgiHover } from './hover.ts';
import { uwsgiSelections } from './selections.ts';
import { uwsgiSymbols } from './symbols.ts';

export const uwsgiFeatures: Features<UwsgiView> = {
  hover: uwsgiHover,
  completion: () => [],
  signature: () => undefined,
  definition: () => [],
  references: () => [],
  renameable: () => undefined,
  rename: () => ({ problem: 'Nothing can be renamed here.' }),
  links: () => [],
  symbols: uwsgiSymbols,
  foldings: uwsgiFoldings,
  selections: uwsgiSelections,
  format: formatUwsgi,
  tokens: () => [],
  inlays: () => [],
  actions: () => [],
};
