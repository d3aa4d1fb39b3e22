import { ownField } from "./own-field.ts";
import { ownKind } from "./own-kind.ts";
import type { Rule } from "./rule.ts";

/** What the project has added to the trade's kinds and fields comes before them: its words are the narrower ones. */
export const own: Rule = (s, index, talk) =>
  talk.request.schema === undefined ? undefined : (ownField(s, index, talk) ?? ownKind(s, index, talk));
