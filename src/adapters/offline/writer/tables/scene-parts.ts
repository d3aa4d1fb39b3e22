/** Things small enough to be carried and worth a quarrel. */
export const SCENE_PROPS =
  "ledger, letter, brass key, photograph, suitcase, tape, pocket watch, notebook, ring, map, passport, revolver, music box, diary, violin case, envelope, medal, chess piece, silver lighter, doll, ticket, film reel, lantern, knife, contract, compass, hard drive, red scarf, sealed jar, postcard, glass eye, telegram, birth certificate, toolbox, necklace, radio, paper crane, urn, painting, blue folder, bunch of keys, matchbox, mobile phone, hat box, wedding dress, snow globe, recipe book, accordion, bird cage, train set, fountain pen, will, X-ray, bottle of pills, toy boat, stamp album, typewriter, mirror, coin, flare gun";

export const TIMES = ["NIGHT", "DAY", "EVENING", "DAY", "DAWN", "NIGHT", "DUSK", "MORNING"] as const;

export const TIME_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:dawn|sunrise|first light)\b/i, "DAWN"],
  [/\b(?:dusk|sunset|twilight)\b/i, "DUSK"],
  [/\b(?:night|midnight|after dark)\b/i, "NIGHT"],
  [/\b(?:evening|dinner|supper)\b/i, "EVENING"],
  [/\b(?:morning|breakfast)\b/i, "MORNING"],
  [/\b(?:day|noon|afternoon|lunch)\b/i, "DAY"],
];

/** First sentences, by inside or outside and by light. */
export const AIR = {
  INT: {
    dark: [
      "One lamp is on.",
      "Rain runs down the windows.",
      "It is late enough for every sound to be a person.",
      "The last guests have gone, and the chairs are up.",
      "The power is out; somebody has found candles.",
    ],
    light: [
      "Sun through blinds, dust in the air.",
      "It is a slow hour, and the door has not opened for a while.",
      "A radio talks to itself.",
      "Outside, a street band is playing something too cheerful.",
      "It is hot, and the fan only moves the heat about.",
    ],
  },
  EXT: {
    dark: [
      "Fog, and a bell somewhere in it.",
      "The street lamps come on one after the other.",
      "It has stopped raining, but nothing is dry.",
      "A cold, clear night; every step can be heard.",
      "Headlights sweep past and do not stop.",
    ],
    light: [
      "Wind, gulls and a hard white light.",
      "A bright day, with too many people about.",
      "Snow has begun to fall and is not staying yet.",
      "The heat stands over the ground.",
      "Church bells, a long way off.",
    ],
  },
} as const;

/** What a third person does; `{C}`. */
export const WITNESSES = [
  "{C} watches from the door and says nothing.",
  "{C} pretends to read and has not turned a page.",
  "{C} comes in at the worst moment, sees it and goes out again.",
  "Only {C} has noticed that somebody is listening.",
  "{C} tries a joke, and it falls flat.",
  "{C} counts the exits.",
] as const;

/** Who stands in when a film has no cast yet. */
export const STAND_INS = [
  "the night porter",
  "the stranger",
  "the caretaker",
  "the messenger",
  "the woman in the green coat",
  "the driver",
  "the old man",
  "the landlady",
] as const;

/** How the names of places outdoors end. */
export const OUTDOOR_END =
  /\b(?:street|road|lane|alley|square|park|garden|field|beach|shore|pier|harbou?r|dock|docks|quay|bridge|forest|woods?|lake|river|market|cemetery|graveyard|rooftop|yard|farm|desert|mountain|hill|island|crossroads|motel|vineyard|quarry|airfield|ruin|border post|petrol station|bus depot|boatyard)$/i;
