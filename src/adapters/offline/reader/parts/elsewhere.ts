/** A message that begins to speak of another work, or of people in the room, goes on about them in its next sentences. */
const WORKS =
  /\b(?:re-?watch(?:ed|ing)?|re-?read|watched(?! (?:by|over)\b)|(?:just|finally) (?:saw|finished|read)|finished reading|have you (?:seen|read|watched)|premiered|on this day in|came out in \d{4}|opened in \d{4}|(?:in|from) (?:the|that) (?:novel|book|original|remake))\b|^(?:read|saw) [^.\n]{1,40}\bagain\b|\bread [^.\n]{1,40} (?:again|over (?:christmas|the weekend))\b|\bthe [^.\n]{1,30} (?:book|novel)\b/i;
const KNOWN = /\b(?:[Ii]|[Ww]e) (?:just |also )?know(?= \p{Lu})/u;
const PEOPLE =
  /\b(?:i|we) (?:just |once |also )?(?:met|knew|know(?= (?:a|an|this|that|some) )|spoke (?:to|with)|talked (?:to|with)|interviewed|bumped into|ran into|had (?:lunch|dinner|coffee|drinks|a (?:call|chat|drink|meeting)) with)\b|\bthere was (?:a|an|this) [^.\n]{1,30} at the\b|\bin real life\b/iu;

/** Whether what the message tells is told of other works or of people outside the film. Orders in it still hold. */
export const isElsewhere = (text: string): boolean =>
  WORKS.test(text) || PEOPLE.test(text) || KNOWN.test(text);
