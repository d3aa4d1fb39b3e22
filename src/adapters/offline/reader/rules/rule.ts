import type { Question, Request, Statement } from "../../../../domain/reading/reading.ts";
import type { Discourse } from "../parts/discourse.ts";
import type { Sentence } from "../text/sentences.ts";

/** What a rule read from `index` to `to`. */
export interface Found {
  readonly to: number;
  readonly statements: readonly Statement[];
  readonly questions: readonly Question[];
  readonly requests: readonly Request[];
}

export type Rule = (s: Sentence, index: number, talk: Discourse) => Found | undefined;

export function found(to: number, statements: readonly Statement[]): Found {
  return { to, statements, questions: [], requests: [] };
}

export function asks(s: Sentence, question: Question): Found {
  return { to: s.tokens.length, statements: [], questions: [question], requests: [] };
}

export function requests(to: number, request: Request): Found {
  return { to, statements: [], questions: [], requests: [request] };
}

export function joinFound(first: Found | undefined, second: Found): Found {
  if (first === undefined) return second;
  return {
    to: second.to,
    statements: [...first.statements, ...second.statements],
    questions: [...first.questions, ...second.questions],
    requests: [...first.requests, ...second.requests],
  };
}

/** Nothing was said, asked or ordered. */
export const isSilent = (one: Found | undefined): boolean =>
  one === undefined || one.statements.length + one.questions.length + one.requests.length === 0;
