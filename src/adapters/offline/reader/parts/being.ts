import type { Sentence } from "../text/sentences.ts";
import type { Discourse } from "./discourse.ts";
import type { Subject, Told } from "./told.ts";

export interface Being {
  readonly subject: Subject;
  readonly past: boolean;
  readonly plural: boolean;
  readonly secret: boolean;
}

/** Reads what follows "is" at an index. */
export type Complement = (s: Sentence, index: number, talk: Discourse, being: Being) => Told | undefined;
