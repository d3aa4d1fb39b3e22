const IRREGULAR: Readonly<Record<string, string>> = {
  people: "person",
  news: "news",
  children: "child",
  kids: "kid",
  wives: "wife",
  housewives: "housewife",
  midwives: "midwife",
  thieves: "thief",
  wolves: "wolf",
  lives: "life",
  chefs: "chef",
  police: "police officer",
  movies: "movie",
  zombies: "zombie",
  rookies: "rookie",
  bookies: "bookie",
  heroes: "hero",
};

/** The singular of an English noun or noun phrase: "market sellers" → "market seller", "policewomen" → "policewoman". */
export function singular(phrase: string): string {
  const lower = phrase.toLowerCase();
  const words = lower.split(" ");
  const last = words.at(-1) ?? "";
  return [...words.slice(0, -1), singularWord(last)].join(" ");
}

function singularWord(word: string): string {
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return irregular;
  if (/men$/.test(word) && word.length > 3) return word.replace(/men$/, "man");
  if (word === "men") return "man";
  if (/[^aeiou]ies$/.test(word)) return word.replace(/ies$/, "y");
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.replace(/es$/, "");
  if (/(?:ss|us|is)$/.test(word)) return word;
  return word.replace(/s$/, "");
}
