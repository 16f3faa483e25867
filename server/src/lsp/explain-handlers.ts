import {
  type ExampleUrlParams,
  type ExplainedRequest,
  type ExplainParams,
  type ExplainResult,
  methods,
  type TextPlace,
} from '../../../shared/messages.ts';
import {
  describeHandler,
  type ExplainQuestion,
  type Explanation,
  explanationMarkdown,
  type RequestPlace,
} from '../language/language.ts';
import type { Desk } from './desk.ts';
import { createPlaces, pathOfUri, type Places, uriOfPath } from './places.ts';
import { safely } from './safe.ts';

/** What nginx asks the disk one after the other: an index file, the page of an error. */
const rounds = 12;

/** The requests behind *Explain a Request*. */
export function registerExplain({
  connection,
  language,
  log,
  settled,
  snapshot,
  disk,
}: Desk): void {
  const fallback: ExplainResult = {
    kind: 'problem',
    message: 'The request could not be explained; the output of the language server says why.',
  };
  connection.onRequest(
    methods.explain,
    safely('explain', log, fallback, async (params: ExplainParams): Promise<ExplainResult> => {
      await settled();
      const question = questionOf(params);
      for (let round = 0; ; round++) {
        const now = snapshot();
        const before = disk.misses();
        const outcome = language.explain(now, question);
        if (disk.misses() > before && round < rounds) {
          await disk.answered();
          continue;
        }
        if (outcome.kind === 'problem') return outcome;
        const places = createPlaces(now);
        return {
          kind: 'explained',
          explanations: outcome.explanations.map((one) => toExplained(one, places)),
        };
      }
    }),
  );
  connection.onRequest(
    methods.exampleUrl,
    safely('exampleUrl', log, null as string | null, async (params: ExampleUrlParams) => {
      await settled();
      const now = snapshot();
      const path = params.uri === undefined ? '' : pathOfUri(params.uri);
      const { position } = params;
      const offset = position && createPlaces(now).offset(path, position);
      return language.exampleUrl(now, path, offset) ?? null;
    }),
  );
}

/** A file that is none of nginx's leaves the choice among all configurations. */
function questionOf({ url, method, uri }: ExplainParams): ExplainQuestion {
  return {
    url,
    ...(method !== undefined && { method }),
    ...(uri !== undefined && { path: pathOfUri(uri) }),
  };
}

function toExplained(explanation: Explanation, places: Places): ExplainedRequest {
  const toPlace = (place: RequestPlace | undefined): TextPlace | undefined => {
    if (place === undefined || places.text(place.path) === undefined) return undefined;
    return { path: place.path, ...places.position(place.path, place.span.start) };
  };
  const show = (place: RequestPlace) => {
    const { line } = places.position(place.path, place.span.start);
    return `${place.path.slice(place.path.lastIndexOf('/') + 1)}:${String(line + 1)}`;
  };
  const link = (place: RequestPlace) => {
    const { line } = places.position(place.path, place.span.start);
    return `${uriOfPath(place.path)}#L${String(line + 1)}`;
  };
  return {
    main: explanation.main,
    steps: explanation.steps.map(({ text, place, sure, lost }) => ({
      text,
      sure,
      place: toPlace(place),
      lost: lost.map((one) => ({ ...one, place: toPlace(one.place) })),
    })),
    answer: describeHandler(explanation),
    sure: explanation.sure,
    markdown: explanationMarkdown(explanation, show, link),
  };
}
