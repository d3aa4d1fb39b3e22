import { EMPTY_READING, type Reading, type Request } from "../../domain/reading/reading.ts";
import type { ReadRequest } from "../../ports/model.ts";
import { hear } from "./reader/hear.ts";
import { likelyNames } from "./reader/judge/likelihood.ts";
import { readSentence } from "./reader/read-sentence.ts";
import { byNewNames } from "./reader/rules/by-new-names.ts";
import { withoutCrew } from "./reader/rules/crew.ts";
import { withFactsAfter } from "./reader/rules/facts-after.ts";
import { factsOnce } from "./reader/rules/facts-once.ts";
import { partGaps } from "./reader/rules/gaps.ts";
import { withGenders } from "./reader/rules/gender-so.ts";
import { withShared } from "./reader/rules/group-shared.ts";
import { readHeadingScenes } from "./reader/rules/heading-scenes.ts";
import { withoutNoNames } from "./reader/rules/no-name.ts";
import { noted } from "./reader/rules/noted.ts";
import { withRoles } from "./reader/rules/role-beside.ts";
import { type Found, isSilent } from "./reader/rules/rule.ts";
import { isSteering, withoutOrders } from "./reader/rules/steering.ts";
import { withTieNewcomers } from "./reader/rules/tie-newcomers.ts";
import { withTiesFound } from "./reader/rules/ties-found.ts";
import type { Sentence } from "./reader/text/sentences.ts";

/** A message of more sentences than this is a paste; its fragments are passed over. */
const MANY_SENTENCES = 2_000;
const FRAGMENT_TOKENS = 3;
/** Beyond this only scene headings are read: a message must not hold up the others for seconds. */
const MAX_SENTENCES = 3_000;

/**
 * What a message in English says, by rules: statements, questions and requests, each with its exact place in the text.
 * Pure and linear in the text's length; never throws. Where a message can be read two ways it reads nothing.
 */
export function readOffline(request: ReadRequest): Reading {
  const { text } = request;
  if (isSteering(text)) return { ...EMPTY_READING, steers: true };
  const { talk, tokens } = hear(request);
  const { sentences } = talk;
  talk.persons = likelyNames(talk, "new");
  const heard = new Set(tokens.map((token) => token.start));
  const headings = readHeadingScenes(talk, (offset) => !heard.has(offset));
  const found: Found[] = [];
  const unread: Sentence[] = [];
  let covered = 0;
  for (const sentence of sentences.slice(0, MAX_SENTENCES)) {
    while ((headings.covered[covered]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) covered += 1;
    if (sentence.start >= (headings.covered[covered]?.start ?? Number.POSITIVE_INFINITY)) continue;
    if (sentence.start < talk.readUpTo) continue;
    if (sentences.length > MANY_SENTENCES && sentence.tokens.length < FRAGMENT_TOKENS) continue;
    const bare = talk.bare;
    const one = readSentence(sentence, talk);
    if (one !== undefined) found.push(one);
    if (isSilent(one)) unread.push(sentence);
    if (talk.bare === bare) talk.bare = undefined;
  }
  const told = byNewNames([
    ...withoutNoNames(
      text,
      found.flatMap((one) => one.statements),
    ),
    ...headings.statements,
    ...noted(talk, unread),
  ]);
  const people = withoutCrew(talk, withTiesFound(talk, factsOnce(text, withTieNewcomers(text, told))));
  const settled = withGenders(talk, withShared(talk, withRoles(talk, withFactsAfter(talk, people))));
  const { statements, gaps } = partGaps(settled, talk.names, text);
  return withoutOrders(text, {
    statements,
    questions: found.flatMap((one) => one.questions),
    requests: found
      .flatMap((one) => one.requests)
      .filter((one) => !talk.named.has(one) && !(isBareScene(one) && headings.statements.length > 0)),
    ...(gaps.length === 0 ? {} : { gaps }),
  });
}

/** "add a scene. INT. DINER - NIGHT …": the person writes it. */
const isBareScene = (one: Request): boolean =>
  one.type === "draft" && one.kind === "scene" && one.brief === "";
