export const FILM = "(?:film|movie|short(?: film)?|feature|series|show|documentary|project|story)";
export const OUR = "(?:the|our|my|this)";
export const LEAD = `(?:(?:ok(?:ay)?|so|hey|hi|alright|backlot|please|pls|and|btw|just|wait|quick question|sorry)[,:!]? |can you |could you )*`;

const NAMED = "(?:called|named|titled)";
const TITLE = `["“”'‘’*]*(?<title>[^?\\n]{1,120}?)["“”'‘’*]*[.!]*$`;
/** Told in so many words, whatever the letters. */
const TOLD = [
  `(?:rename|re-?title) ${OUR} ${FILM} (?:to|into|as|:)? ?${TITLE}`,
  `(?:let['’]?s |we |i(?: will|['’]ll)? )?(?:call|name|title) ${OUR} ${FILM} ${TITLE}`,
  `${OUR} ${FILM}(?: is|['’]?s| will be)?(?: now)? ${NAMED} ${TITLE}`,
  `(?:it|the film)['’]?s (?:now )?titled ${TITLE}`,
].map((form) => new RegExp(`^${LEAD}(?:${form})`, "iu"));
/** "The title is Last Stop" tells it, "the title is too long" does not: here a title has a capital, a digit or quotes. */
const STATED = new RegExp(
  `^(?:[Oo][Kk](?:ay)?,? |[Ss]o,? )?(?:[Tt]he |[Oo]ur |[Mm]y )?(?:[Ww]orking )?[Tt]itle(?: of (?:the|our|my) ${FILM})?(?: is|['’]s| will be|:| =)(?: now)?:? (?=["“'‘*\\p{Lu}\\p{N}])${TITLE}`,
  "u",
);
/** "The film is called off", "call the film office, they …": no title begins like this in small letters. */
const NO_TITLE =
  /^(?:(?:something|somewhat|it|that|this|not|still|tbd|tba|maybe|perhaps|undecided|what|whatever|too|back|off|out|in)\b|(?:commission|office|board|council|lab|school|fund|festival|crew|people|guys|editor|company|student)|[^\p{Lu}]*[,;:])/u;

/** No title, nor what tells it, is longer. */
const MAX_LEAD = 300;
/** Where a title is over and somebody goes on to tell of the film: a sentence, or what "it" is. */
const MORE =
  /(?:(?<=[\p{Ll}\p{N}]{2}|["”’'*])(?<!\b(?:[Mm]rs?|[Mm]s|[Dd]r|[Ss]t|[Vv]s|[Vv]ol|[Nn]o|[Pp]t|[Jj]r|[Ss]r))[.!]["”]?\s+|,? (?:and|but) (?=(?:it|we|she|he|they|I)\b)|, (?=(?:it['’]?s|which|set in|about|an? \p{Ll}+)\b)|\s+[–—-]\s+(?=(?:it['’]?s|set in|about|an?)\b))/u;
/** Words that stand small in a title as well. */
const SMALL = /^(?:a|an|the|of|and|or|nor|in|on|to|for|at|by|from|with|as|but)$/;

/**
 * The title that a message begins with, and whether it goes on to tell more. A full stop within a title, as in "Good
 * Night. And Good Luck", is followed by words with capitals.
 */
export function titleSaid(said: string): { readonly title: string; readonly more: boolean } | undefined {
  const [first = ""] = said.slice(0, MAX_LEAD).split("\n", 1);
  const over = endOf(first);
  const title = titleIn(first.slice(0, over).trim());
  return title === undefined ? undefined : { title, more: over < said.length };
}

function endOf(line: string): number {
  for (const { index, 0: mark } of line.matchAll(new RegExp(MORE, "gu"))) {
    const rest = line.slice(index + mark.length).split(/\s+/);
    if (rest.some((word) => /^\p{Ll}/u.test(word) && !SMALL.test(word))) return index;
  }
  return line.length;
}

function titleIn(said: string): string | undefined {
  for (const form of [...TOLD, STATED]) {
    const title = form.exec(said)?.groups?.title?.trim();
    if (title !== undefined && title !== "" && !NO_TITLE.test(title)) return title;
  }
  return undefined;
}
