/** Of a film's papers, the beats alone are many. */
export const arePlural = (document: string): boolean => document === "beats";

/** "a logline", "an outline", "the beats". */
export const aPaper = (document: string): string =>
  arePlural(document) ? `the ${document}` : `${/^[aeiou]/.test(document) ? "an" : "a"} ${document}`;

/** How a person puts words of their own in a paper's place. */
export const paperSaying = (document: string): string =>
  arePlural(document) ? `“${document}: …”` : `“the ${document} is: …”`;
