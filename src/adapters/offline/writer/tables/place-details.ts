/** Second sentences of a description, by inside and outside. */
export const DETAILS = {
  INT: [
    "Somebody has written a telephone number on the wall and somebody else has crossed it out.",
    "The clock has been wrong for so long that people count with it.",
    "A back door gives on to a yard that is on no plan.",
    "One lamp works by being hit.",
    "There is a stain on the floor that everyone steps round.",
    "From the window one sees exactly one thing worth seeing.",
    "The heating knocks twice, as if asking to come in.",
    "Everything has been repaired once too often.",
    "A calendar hangs there, open at the month in which it happened.",
    "Two chairs are always kept free, and nobody says for whom.",
    "The stairs announce every visitor.",
    "Half the pictures have been taken down, and their outlines are still on the wall.",
    "The key has to be turned the wrong way.",
    "It is larger inside than anyone remembers.",
  ],
  EXT: [
    "A dog that belongs to nobody keeps watch.",
    "The wind finds everything that is not tied down.",
    "Somebody has left flowers, and somebody keeps replacing them.",
    "There is one lamp, and it attracts everyone who should not be seen.",
    "The ground remembers every wheel.",
    "A telephone box stands there long after its telephone.",
    "On the one wall that is left, three layers of posters peel at once.",
    "At night the sound carries as far as the houses.",
    "A fence runs round it with a gap that everybody knows.",
    "The only bench faces the wrong way.",
    "Whoever stands there can be seen from four sides.",
    "The sign has lost two letters and gained a meaning.",
  ],
} as const;

export const ATMOSPHERES = [
  "Quiet in the way of a place where something was just said.",
  "Warm, crowded and a little too cheerful.",
  "Damp, patient and full of echoes.",
  "Busy on the surface and watchful underneath.",
  "Faded grandeur with a draught.",
  "Bright, clean and without one comfortable corner.",
  "Close, smoky and full of half-sentences.",
  "Lonely by day and worse when the lights come on.",
  "Safe, which is why nobody looks carefully.",
  "Tense, as if everyone were waiting for the same knock.",
  "Shabby and tender.",
  "Cold enough to see what people say.",
  "Slow, golden and slightly out of time.",
  "Loud until a stranger comes in.",
  "Empty, but only just.",
  "Orderly, with one thing out of place.",
] as const;

/** What a brief's adjective adds to a description. */
export const CONDITIONS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:abandoned|deserted|disused|empty)\b/i,
    "It was left in a hurry: cups still stand on the table of the last day.",
  ],
  [
    /\b(?:derelict|ruined|run-?down|decaying|burnt?-out)\b/i,
    "Half the roof has gone, and the weather has moved in.",
  ],
  [/\b(?:haunted|eerie|spooky|creepy|sinister)\b/i, "Nobody stays after dark, and nobody says why."],
  [
    /\b(?:luxur\w+|grand|elegant|opulent|posh)\b/i,
    "Everything in it costs more than the people who keep it clean.",
  ],
  [/\b(?:cheap|seedy|shabby|grimy|dingy)\b/i, "Nobody asks for a name here, and nobody gives one."],
  [/\b(?:crowded|busy|bustling|noisy)\b/i, "It is never empty, and so it is a good place not to be noticed."],
  [/\b(?:remote|isolated|lonely|secluded)\b/i, "The nearest neighbour is an hour away, in good weather."],
  [/\b(?:secret|hidden|underground)\b/i, "Whoever does not know the way in walks past it."],
  [/\b(?:modern|futuristic|high-?tech|sleek)\b/i, "Glass, steel and doors that know who is coming."],
  [/\b(?:old|ancient|historic|medieval)\b/i, "The walls are older than the town and have been told more."],
  [/\b(?:cosy|cozy|homely|warm)\b/i, "It smells of soup, and the chairs have been sat in for years."],
];
