const MAX_CHARS = 2_000;
const MIN_WORDS = 4;

const LEAD =
  "(?:(?:ok(?:ay)?|so|hey|hi|hello|hi all|alright|well|um+|uh+|right|listen|guys|team|everyone)[,.!:]? )*";
const GENRES =
  "(?:short(?: film)?|film|movie|feature(?: film)?|series|show|documentary|doc|story|script|thriller|comedy|drama|horror(?: film| movie)?|western|romcom|rom-com|musical|web ?series|animation)";
const KIND = `(?:an? |our |my |this |the |next |new |little |small |very |\\d+[- ]min(?:ute)?s? |[\\p{L}-]+ ){0,4}${GENRES}`;
const FILM = `(?:the|our|my|this) (?:[\\p{L}-]+ )?${GENRES}`;
const IDEA = `(?:i(?:['’]ve| have)?(?: got)?|we(?:['’]ve| have)?(?: got)?) (?:an?|this|the) (?:[\\p{L}-]+ )?idea(?: for (?:${KIND}))?[.,:;!–— -]+`;

/** What is told of a film as a whole: "it's about a bus driver who finds a baby". */
const ABOUT = [
  `(?:${IDEA})?(?:it['’]?s|it is|this is) about (?=(?:an?|two|three|four|five|six|the last|some|someone|somebody|people|how|what happens|what it|young|old)\\b)(?!an? (?:quarter|half|minute|hour|day|week|month|year|third|dozen|fifth|lot|bit|million|thousand|hundred)\\b)(?<premise>.+)$`,
  `(?:${IDEA})?${FILM}(?: is|['’]s) about (?<premise>.+)$`,
].map(whole);
/** What somebody sets out to make, genre and all: "I want to make a horror film about two sisters". */
const MAKING = [
  `(?:i(?:['’]m| am)?|we(?:['’]re| are)?) (?:(?:want|would like|plan|am going|are going|going|hope|need)(?: to|na)|wanna|gonna|(?:am |are )?(?:making|writing|developing|planning|shooting|doing|working on)) (?:(?:make|write|shoot|do|develop|film) )?(?<premise>${KIND} (?:about|where|in which) .+)$`,
  `${FILM}(?: is|['’]s| will be) (?<premise>${KIND} (?:about|where|in which) .+)$`,
  `(?<premise>an? (?:[\\p{L}-]+ ){0,3}${GENRES} (?:about|where|in which) (?!.*\\b(?:is|was|are|were|won|tonight|yesterday)\\b).+)$`,
  `(?:it['’]?s|it is|it will be|this is|this will be|think of) (?<premise>${KIND} (?:about|where|in which) .+)$`,
  `(?:i(?:['’]ve| have)?(?: got)?|we(?:['’]ve| have)?(?: got)?) an idea for (?<premise>${KIND} (?:about|where|in which) .+)$`,
  "(?:the |our |my )?(?:premise|pitch|story idea|film idea|core idea)(?: is|:| -) (?<premise>.+)$",
].map(whole);

/**
 * What the film is about, in the words of who tells it; undefined where a message tells no such thing. `withMore`: the
 * message says other things too, and only its first sentence is meant.
 */
export function premiseIn(text: string, withMore: boolean): string | undefined {
  const said = text.trim().replace(/\s+/g, " ");
  if (said.length > MAX_CHARS || /\?\s*$/.test(said)) return undefined;
  for (const form of [...ABOUT, ...MAKING]) {
    const premise = form.exec(said)?.groups?.premise;
    if (premise === undefined) continue;
    const told = (withMore ? (/^.+?[.!](?= |$)/.exec(premise)?.[0] ?? premise) : premise).trim();
    return told.split(" ").length >= MIN_WORDS ? told : undefined;
  }
  return undefined;
}

function whole(source: string): RegExp {
  return new RegExp(`^${LEAD}${source}`, "iu");
}
