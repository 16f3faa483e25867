import type { NginxView } from '../../rules/inputs.ts';
import type { CompletionItem } from '../feature.ts';
import { completeAddresses } from './complete-addresses.ts';
import { behindArguments, completeDirectives } from './complete-directives.ts';
import { completeNames } from './complete-names.ts';
import { completeParameters } from './complete-parameters.ts';
import { completePaths } from './complete-paths.ts';
import { completeRaw } from './complete-raw.ts';
import { completeValues } from './complete-values.ts';
import { completeVariables } from './complete-variables.ts';
import { completionRequest } from './completion-request.ts';
import { isComplete } from './place.ts';

/** What could stand at an offset: a variable behind its `$`, else a directive's name, else its argument. */
export function nginxCompletion(view: NginxView, offset: number): readonly CompletionItem[] {
  const request = completionRequest(view, offset);
  if (request === undefined) return [];
  const variables = completeVariables(request);
  if (variables !== undefined) return variables;
  const { place, index, quoted } = request;
  if (place.raw !== undefined) return completeRaw(request);
  if (index < 0) return completeDirectives(request);
  const found = new Map<string, CompletionItem>();
  for (const item of providers.flatMap((provide) => provide(request)))
    if (!found.has(item.label)) found.set(item.label, item);
  const items = [...found.values()];
  // The `;` of the line above may be missing.
  return place.startsLine && !quoted && isComplete(place.before, place.contexts)
    ? [...items, ...behindArguments(completeDirectives(request))]
    : items;
}

const providers = [
  completeAddresses,
  completeNames,
  completePaths,
  completeValues,
  completeParameters,
] as const;
