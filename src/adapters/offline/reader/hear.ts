import type { ReadRequest } from "../../../ports/model.ts";
import { type Discourse, startDiscourse } from "./parts/discourse.ts";
import { mend } from "./text/mend.ts";
import { splitNames } from "./text/name-clitics.ts";
import { splitSentences } from "./text/sentences.ts";
import type { Token } from "./text/token.ts";
import { tokenize } from "./text/tokenize.ts";

/** A message as its words and sentences, before anything is read of it. */
export function hear(request: ReadRequest): { talk: Discourse; tokens: readonly Token[] } {
  const tokens = splitNames(mend(tokenize(request.text)), request.known);
  return { talk: startDiscourse(request, tokens, splitSentences(tokens)), tokens };
}
