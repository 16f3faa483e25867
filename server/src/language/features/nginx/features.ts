import type { NginxView } from '../../rules/inputs.ts';
import type { Features } from '../feature.ts';
import { nginxActions } from './actions.ts';
import { nginxCompletion } from './completion.ts';
import { nginxFoldings } from './foldings.ts';
import { formatNginx } from './format.ts';
import { nginxHover } from './hover.ts';
import { nginxInlays } from './inlays.ts';
import { nginxLinks } from './links.ts';
import { nginxDefinition, nginxReferences } from './navigation.ts';
import { nginxRename, nginxRenameable } from './rename.ts';
import { nginxSelections } from './selections.ts';
import { nginxSignature } from './signature.ts';
import { nginxSymbols } from './symbols.ts';
import { nginxTokens } from './tokens.ts';

export const nginxFeatures: Features<NginxView> = {
  hover: nginxHover,
  completion: nginxCompletion,
  signature: nginxSignature,
  definition: nginxDefinition,
  references: nginxReferences,
  renameable: nginxRenameable,
  rename: nginxRename,
  links: nginxLinks,
  symbols: nginxSymbols,
  foldings: nginxFoldings,
  selections: nginxSelections,
  format: formatNginx,
  tokens: nginxTokens,
  inlays: nginxInlays,
  actions: nginxActions,
};
