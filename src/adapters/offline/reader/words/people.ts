/** What a person-noun says beside "a person": gender, age, part in the story. */
export interface PersonNoun {
  readonly gender?: "female" | "male";
  readonly age_range?: string;
  readonly archetype?: string;
  readonly role?: "lead" | "support" | "day player" | "extra";
}

const female = { gender: "female" } as const;
const male = { gender: "male" } as const;

const NOUNS = new Map<string, PersonNoun>(
  Object.entries({
    woman: female,
    lady: female,
    gal: female,
    chick: female,
    man: male,
    guy: male,
    dude: male,
    bloke: male,
    gentleman: male,
    fella: male,
    lad: male,
    girl: female,
    boy: male,
    kid: { age_range: "child" },
    child: { age_range: "child" },
    toddler: { age_range: "toddler" },
    baby: { age_range: "baby" },
    teenager: { age_range: "teens" },
    teen: { age_range: "teens" },
    adolescent: { age_range: "teens" },
    tween: { age_range: "preteen" },
    pensioner: { age_range: "elderly" },
    person: {},
    character: {},
    char: {},
    figure: {},
    someone: {},
    somebody: {},
    people: {},
    ...archetypes(
      "bully nerd jock geek snitch prodigy bookworm troublemaker wimp hothead fairy mermaid dragon monster zombie demon genie elf goblin ogre troll unicorn cyborg clone superhero supervillain",
    ),
    narrator: { archetype: "narrator" },
    "class clown": { archetype: "class clown" },
    "new kid": { archetype: "new kid" },
    "rich kid": { archetype: "rich kid" },
    "mean girl": { archetype: "mean girl", gender: "female" },
    "popular girl": { archetype: "popular girl", gender: "female" },
    "bad boy": { archetype: "bad boy", gender: "male" },
    "chosen one": { archetype: "chosen one" },
    villain: { archetype: "villain" },
    villainess: { archetype: "villain", gender: "female" },
    baddie: { archetype: "villain" },
    protag: { role: "lead" },
    "bad guy": { archetype: "villain" },
    "big bad": { archetype: "villain" },
    "minor role": { role: "day player" },
    "small role": { role: "day player" },
    "small part": { role: "day player" },
    "bit part": { role: "day player" },
    "day player": { role: "day player" },
    "main guy": { role: "lead", gender: "male" },
    "main girl": { role: "lead", gender: "female" },
    "main man": { role: "lead", gender: "male" },
    "main woman": { role: "lead", gender: "female" },
    "main char": { role: "lead" },
    mc: { role: "lead" },
    monster: {},
    hottie: {},
    mum: { gender: "female" },
    "old guy": { gender: "male", age_range: "elderly" },
    "leading man": { role: "lead", gender: "male" },
    "leading lady": { role: "lead", gender: "female" },
    granny: { gender: "female" },
    "old man": { gender: "male", age_range: "elderly" },
    "old woman": { gender: "female", age_range: "elderly" },
    "old lady": { gender: "female", age_range: "elderly" },
    "young man": { gender: "male", age_range: "young" },
    "young woman": { gender: "female", age_range: "young" },
    "love rival": { archetype: "love rival" },
    antagonist: { archetype: "antagonist" },
    antihero: { archetype: "antihero" },
    "anti-hero": { archetype: "antihero" },
    mentor: { archetype: "mentor" },
    sidekick: { archetype: "sidekick" },
    henchman: { archetype: "henchman", gender: "male" },
    trickster: { archetype: "trickster" },
    outsider: { archetype: "outsider" },
    loner: { archetype: "loner" },
    rebel: { archetype: "rebel" },
    underdog: { archetype: "underdog" },
    misfit: { archetype: "misfit" },
    killer: { archetype: "killer" },
    murderer: { archetype: "killer" },
    witness: { archetype: "witness" },
    suspect: { archetype: "suspect" },
    hostage: { archetype: "hostage" },
    victim: { archetype: "victim" },
    traitor: { archetype: "traitor" },
    mole: { archetype: "mole" },
    stranger: { archetype: "stranger" },
    giant: { archetype: "giant" },
    impostor: { archetype: "impostor" },
    vampire: { archetype: "vampire" },
    ghost: { archetype: "ghost" },
    robot: { archetype: "robot" },
    android: { archetype: "android" },
    alien: { archetype: "alien" },
    werewolf: { archetype: "werewolf" },
    "femme fatale": { archetype: "femme fatale", gender: "female" },
    "love interest": { archetype: "love interest" },
    "comic relief": { archetype: "comic relief" },
    "final girl": { archetype: "final girl", gender: "female" },
    lead: { role: "lead" },
    protagonist: { role: "lead" },
    hero: { role: "lead" },
    heroine: { role: "lead", gender: "female" },
    "main character": { role: "lead" },
    "lead character": { role: "lead" },
    "central character": { role: "lead" },
    "lead role": { role: "lead" },
    "leading role": { role: "lead" },
    "main role": { role: "lead" },
    "title role": { role: "lead" },
    "supporting role": { role: "support" },
    "supporting character": { role: "support" },
    "side character": { role: "support" },
    "minor character": { role: "day player" },
    "background character": { role: "extra" },
    extra: { role: "extra" },
  } satisfies Record<string, PersonNoun>),
);

const GENDERED_TRADES = new Map<string, "female" | "male">([
  ...words(
    "actress waitress hostess princess queen empress duchess countess baroness nun priestess witch sorceress heiress widow ballerina seamstress landlady governess headmistress stewardess barmaid housewife maid saleslady showgirl cowgirl hitwoman comedienne masseuse shopgirl",
    "female",
  ),
  ...words(
    "waiter widower prince king emperor duke count baron monk wizard sorcerer heir landlord headmaster steward barman hitman cowboy doorman busboy altarboy conman",
    "male",
  ),
]);

export function personNoun(phrase: string): PersonNoun | undefined {
  const known = NOUNS.get(phrase);
  if (known !== undefined) return known;
  if (/^\p{L}+woman$/u.test(phrase)) return female;
  return undefined;
}

/** The gender a word for someone carries ("policewoman", "waitress", "fisherman"). */
export function genderOfNoun(word: string): "female" | "male" | undefined {
  const known = NOUNS.get(word)?.gender ?? GENDERED_TRADES.get(word);
  if (known !== undefined) return known;
  if (word.endsWith("woman")) return "female";
  return word.endsWith("man") && word !== "human" && word.length > 5 ? "male" : undefined;
}

function archetypes(list: string): Record<string, PersonNoun> {
  return Object.fromEntries(list.split(" ").map((word) => [word, { archetype: word }]));
}

function words(list: string, gender: "female" | "male"): [string, "female" | "male"][] {
  return list.split(" ").map((word) => [word, gender]);
}
