import type { Statement } from "../../../../domain/reading/reading.ts";
import type { Discourse } from "../parts/discourse.ts";
import { low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { personNoun } from "../words/people.ts";
import { wordSet } from "../words/word-set.ts";

const OURS = wordSet("our us my we me");
const THEY = new Set(["he", "she", "they"]);

/** "Meet Ines. She runs our catering.": somebody of the crew, and nobody of the film. */
export function withoutCrew(talk: Discourse, statements: readonly Statement[]): Statement[] {
  const crew = new Set<string>();
  const newcomers = statements.filter(isNewcomer);
  if (newcomers.length === 0) return [...statements];
  talk.sentences.forEach((s, place) => {
    const before = toldBefore(talk.sentences, place);
    if (before === undefined || !THEY.has(low(s, 0)) || !(speaksOfUs(s) || isOfWork(s))) return;
    for (const { subject } of newcomers)
      if (subject.start >= before.start && subject.end <= before.end) crew.add(subject.name);
  });
  if (crew.size === 0) return [...statements];
  return statements.filter((one) => !(isNewcomer(one) && crew.has(one.subject.name)));
}

/** The sentence that brings in whom "she" at the place means: the one before, or before others of her. */
function toldBefore(sentences: readonly Sentence[], place: number): Sentence | undefined {
  let here = place - 1;
  while (here > 0 && THEY.has(sentences[here]?.tokens[0]?.low ?? "")) here -= 1;
  return sentences[here];
}

const PAPERS = wordSet("budget deadline permits paperwork invoice invoices callsheet schedule");
const BY_DAY = pattern(
  "by|till|until next|this? monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight",
);
/** "She wants the budget by Thursday". */
const isOfWork = (s: Sentence): boolean =>
  s.tokens.some(({ low: word }) => PAPERS.has(word)) && s.tokens.some((_, here) => BY_DAY(s, here) > 0);

const isNewcomer = (one: Statement): one is Statement & { type: "entry" } =>
  one.type === "entry" && one.explicit && one.kind === "character" && one.subject.entry_id === undefined;

/** "she's our new intern", "he works with us"; "our villain" and "my character" are of the film. */
function speaksOfUs(s: Sentence): boolean {
  return s.tokens.some(
    (token, index) =>
      OURS.has(token.low) &&
      !isOfFilm(low(s, index + 1)) &&
      !isOfFilm(low(s, index + 2)) &&
      !ofViewer(s, index),
  );
}

/** "gives me chills", "the one we root for", "we meet her in a bar": those who watch it. */
const ofViewer = (s: Sentence, index: number): boolean =>
  SHOWN.has(low(s, index + 1)) || MOVES.has(low(s, index - 1));
const SHOWN = wordSet(
  "meet ever see follow learn find root love hate hear discover realise realize first only never",
);
const MOVES = wordSet("gives give makes make reminds of like than");

const isOfFilm = (word: string): boolean => {
  const part = personNoun(word);
  return OF_FILM.has(word) || part?.archetype !== undefined || part?.role !== undefined;
};
const OF_FILM = wordSet(
  "villain hero heroine lead protagonist antagonist main character story film movie killer sidekick love comic second third witness mentor detective",
);
