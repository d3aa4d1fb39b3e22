import { oneRecommended } from "../../domain/one-recommended.ts";
import { createRandom, mix } from "../../lib/random.ts";
import type { Talk, TalkRequest } from "../../ports/model.ts";
import { TALK_RULES, UNCLEAR } from "./tables/talk-rules.ts";

const MAX_QUOTED_CHARS = 60;
const MAX_OFFERS = 4;
/** A message of more words than this says something, whatever word it begins with. */
const MAX_CHAT_WORDS = 12;

/** A colleague's short answer to talk that no rule read as facts, questions or requests. Says what to type instead. */
export function talkOffline(request: TalkRequest): Talk {
  const text = request.text.replace(/\s+/g, " ").trim();
  const random = createRandom(mix("talk", text, request.history.length));
  const rule =
    text.split(" ").length > MAX_CHAT_WORDS ? undefined : TALK_RULES.find((each) => each.when.test(text));
  const words = { title: titleOf(request), quote: quoteOf(text), example: random.pick(examplesFor(request)) };
  const answer = random
    .pick(rule?.answers ?? UNCLEAR)
    .replace(/\{(\w+)\}/g, (whole, key: string) => words[key as keyof typeof words] ?? whole);
  return {
    text: answer,
    offers: rule?.withoutOffers ? [] : oneRecommended(request.offers.slice(0, MAX_OFFERS)),
  };
}

function titleOf({ film }: TalkRequest): string {
  return film.title.trim() === "" ? "the film" : film.title;
}

function quoteOf(text: string): string {
  return text.length <= MAX_QUOTED_CHARS ? text : `${text.slice(0, MAX_QUOTED_CHARS).trimEnd()} …`;
}

/** Of somebody in the film, where it is known who is. */
function examplesFor({ bible }: TalkRequest): readonly string[] {
  const name = /^(?:character: )?(\p{Lu}[\p{L}'’-]+)\s*[,:]/u.exec(bible[0] ?? "")?.[1];
  return name === undefined
    ? [
        "Create a character named Mara, a 40-year-old harbour pilot",
        "There is a harbour pilot named Mara, she is 40",
      ]
    : [
        `${name} is afraid of water`,
        `${name} is 34 and lives alone`,
        `INT. KITCHEN - NIGHT. ${name} burns the letter.`,
      ];
}
