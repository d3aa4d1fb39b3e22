import { wordSet } from "./word-set.ts";

/** Words for several people who belong together, at the end of what such a group is called ("the heist crew"). */
const GROUP_NOUNS = wordSet(
  "crew gang team squad band family clan cult tribe mob ring syndicate cartel club circle society brotherhood sisterhood order guild league alliance resistance rebellion faction party pack posse troupe choir orchestra council board unit cell outfit mafia militia platoon coven household dynasty group bunch committee trio duo quartet",
);
/** Of those, the ones that name a group of the story all by themselves. */
const ALONE = wordSet(
  "gang band choir orchestra family clan cult mob mafia coven posse resistance militia trio duo",
);
/** Those who make the film: never a group of its story. */
const MAKERS = wordSet(
  "film camera sound lighting production design art makeup wardrobe stunt writing writers writer's vfx post dev marketing tech grip second main small local production's post-production costume casting editing management legal sales",
);

export const isGroupNoun = (word: string): boolean => GROUP_NOUNS.has(word);

/** Whether words that end in a word for a group name one of the story, and not the people who make the film. */
export const namesGroup = (words: readonly string[]): boolean => {
  const [first = "", ...rest] = words;
  return rest.length === 0 ? ALONE.has(first) : !words.slice(0, -1).some((word) => MAKERS.has(word));
};
