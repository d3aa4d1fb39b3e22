import type { Statement } from "../../../../domain/reading/reading.ts";
import type { Discourse } from "../parts/discourse.ts";
import { low } from "../text/match.ts";
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
    const before = talk.sentences[place - 1];
    if (before === undefined || !THEY.has(low(s, 0)) || !speaksOfUs(s)) return;
    for (const { subject } of newcomers)
      if (subject.start >= before.start && subject.end <= before.end) crew.add(subject.name);
  });
  if (crew.size === 0) return [...statements];
  return statements.filter((one) => !(isNewcomer(one) && crew.has(one.subject.name)));
}

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
  "meet see follow learn find root love hate hear discover realise realize first only never",
);
const MOVES = wordSet("gives give makes make reminds of like than");

const isOfFilm = (word: string): boolean => {
  const part = personNoun(word);
  return OF_FILM.has(word) || part?.archetype !== undefined || part?.role !== undefined;
};
const OF_FILM = wordSet(
  "villain hero heroine lead protagonist antagonist main character story film movie killer sidekick love comic second third witness mentor detective",
);
