import type { UwsgiView } from '../../rules/inputs.ts';
import type { Features } from '../feature.ts';
import { uwsgiActions } from './actions/actions.ts';
import { uwsgiCompletion } from './completion.ts';
import { uwsgiFoldings } from './foldings.ts';
import { formatUwsgi } from './format.ts';
import { uwsgiHover } from './hover.ts';
import { uwsgiInlays } from './inlays.ts';
import { uwsgiLinks } from './links.ts';
import { uwsgiDefinition, uwsgiReferences } from './navigation.ts';
import { uwsgiRename, uwsgiRenameable } from './rename.ts';
import { uwsgiSelections } from './selections.ts';
import { uwsgiSignature } from './signature.ts';
import { uwsgiSymbols } from './symbols.ts';
import { uwsgiTokens } from './tokens.ts';

export const uwsgiFeatures: Features<UwsgiView> = {
  hover: uwsgiHover,
  completion: uwsgiCompletion,
  signature: uwsgiSignature,
  definition: uwsgiDefinition,
  references: uwsgiReferences,
  renameable: uwsgiRenameable,
  rename: uwsgiRename,
  links: uwsgiLinks,
  symbols: uwsgiSymbols,
  foldings: uwsgiFoldings,
  selections: uwsgiSelections,
  format: formatUwsgi,
  tokens: uwsgiTokens,
  inlays: uwsgiInlays,
  actions: uwsgiActions,
};
