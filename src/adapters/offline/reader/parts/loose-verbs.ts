import { at, firstOf, low, type Pattern, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Relation } from "../words/relations.ts";
import type { Discourse } from "./discourse.ts";
import { itemField, textField } from "./fields.ts";
import { personPhraseAt } from "./noun-phrase.ts";
import { partyAt } from "./party.ts";
import { endsAt, phraseEnd } from "./phrase.ts";
import { type Subject, type Told, told } from "./told.ts";

/** Ties told as something that happened. */
const HAPPENED: readonly (readonly [Relation, Pattern])[] = [
  ["lover", pattern("fell|falls|is|has falling|fallen? in love with")],
  ["lover", pattern("fell|falls for")],
  ["lover", pattern("has|had a crush on")],
  ["fiancé", pattern("got|gets engaged to")],
  ["spouse", pattern("got|gets|marries|married married? to")],
  ["spouse", pattern("marries|married")],
  ["mentor", pattern("trained|trains|taught|teaches|mentored")],
  ["enemy", pattern("loathes|loathed|hated|despised")],
  ["employer", pattern("hired|hires")],
  ["employee", pattern("answers to")],
  ["employee", pattern("is|'s working for")],
  ["friend", pattern("befriends|befriended")],
  ["rival", pattern("competes|feuds with")],
];
const BECAME = firstOf(
  pattern("became|becomes"),
  pattern("has become"),
  pattern("turned into"),
  pattern("now? earns a living as"),
);
const VALUES = pattern("values");
const OVER = new Set(["above", "over", "more", "before"]);
const AIDS = new Set(
  "wheelchair cane crutch crutches stick walker prosthesis prosthetic aid aids leg arm".split(" "),
);
const USES = pattern("uses|needs|wears|walks|gets|moves with|on|around|in? a|an|two|his|her?");
const HIDES = pattern("hides|conceals|keeps secret|quiet? that|the|how fact? that?");
const TALKS = pattern("talks|speaks|sings|whispers|mumbles|swears");
const MANNERS = new Set("fast slow slowly quickly softly quietly loudly quiet loud little".split(" "));

/** What looser verbs tell; tried after those that are plain. */
export function looseVerb(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  return (
    happened(s, index, talk, subject) ??
    became(s, index, talk) ??
    values(s, index, talk) ??
    aided(s, index, talk) ??
    hides(s, index, talk) ??
    talks(s, index, talk)
  );
}

function happened(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  for (const [relation, match] of HAPPENED) {
    const from = match(s, index);
    const other = from < 0 ? undefined : partyAt(s, from, talk, subject.referent);
    if (other === undefined || low(s, other.to) === "'s") continue;
    const span = spanOf(s, index, other.to);
    return told(
      other.to,
      [],
      [{ relation, other, way: "is", introduces: false, span, description: undefined }],
    );
  }
  return undefined;
}

/** "became a private investigator". */
function became(s: Sentence, index: number, talk: Discourse): Told | undefined {
  const from = BECAME(s, index);
  const phrase = from < 0 ? undefined : personPhraseAt(s, from, talk);
  if (phrase === undefined || phrase.sure !== "trade" || !endsAt(s, phrase.to)) return undefined;
  return told(
    phrase.to,
    phrase.fields.filter(({ field }) => field !== "gender"),
  );
}

function values(s: Sentence, index: number, talk: Discourse): Told | undefined {
  const from = VALUES(s, index);
  if (from < 0) return undefined;
  let end = phraseEnd(s, from);
  for (let here = from + 1; here < end; here += 1) if (OVER.has(low(s, here))) end = here;
  return told(phraseEnd(s, from), [itemField(s, talk, "values", from, end)]);
}

/** "uses a wheelchair", "walks with a cane". */
function aided(s: Sentence, index: number, talk: Discourse): Told | undefined {
  const from = USES(s, index);
  if (from < 0) return undefined;
  for (let here = from; here < Math.min(from + 3, s.tokens.length); here += 1)
    if (AIDS.has(low(s, here)) && closes(s, here + 1) && !endsAt(s, from))
      return told(here + 1, [textField(s, talk, "disability", index, here + 1)]);
  return undefined;
}

/** "… since the accident", "… because of the war": why and since when is no part of it. */
const closes = (s: Sentence, index: number): boolean =>
  endsAt(s, index) || ["since", "because", "after", "due", "from", "ever", "when"].includes(low(s, index));

function hides(s: Sentence, index: number, talk: Discourse): Told | undefined {
  const from = HIDES(s, index);
  if (from < 0 || !["that", "how"].includes(low(s, from - 1))) return undefined;
  const to = phraseEnd(s, from);
  return told(to, [itemField(s, talk, "secrets", from, to)]);
}

/** "talks too fast", "speaks softly". */
function talks(s: Sentence, index: number, talk: Discourse): Told | undefined {
  if (TALKS(s, index) < 0) return undefined;
  const to = phraseEnd(s, index + 1);
  const word = at(s, to - 1).low;
  const isManner = MANNERS.has(word) || (s.tags(to - 1).has("Adverb") && word.endsWith("ly"));
  return isManner && to - index <= 4 ? told(to, [textField(s, talk, "voice", index, to)]) : undefined;
}
