import type { Field } from "./field.ts";

export const POWER_FIELDS: readonly Field[] = [
  {
    name: "press",
    jobs: "journalist 23-68, war photographer 25-60, night editor 32-68, radio presenter 24-70, local reporter 21-66, obituary writer 28-76, television news anchor 30-64, podcast host 22-54, press officer 25-60, newspaper vendor 14-80, documentary film-maker 25-70, fact checker 23-60",
    words:
      "press newspaper news newsroom journalist journalists reporter reporters media radio television story editor",
    wants: [
      "to print the story that the owner of the paper wants killed",
      "to find the source before the source is found by others",
      "to learn who wrote an obituary a day too early",
      "to make one small town's disappearance into front-page news",
    ],
    dark: ["to decide what the city is allowed to know", "to sell the source to the highest bidder"],
    stakes: [
      "If {he} fail{s}, the men in the photograph stay in office.",
      "If the tape is false, {he} will have ruined an innocent man.",
      "If {he} name{s} the source, someone who trusted {him} dies.",
    ],
    secrets: [
      "Invented a quotation once, and it won a prize.",
      "Has known the minister's secret for years and traded on it.",
      "Took the famous picture instead of helping.",
    ],
    voices: [
      "Talks in headlines and asks for spellings in the middle of quarrels",
      "Interviews everybody, waiters and children included",
      "Begins every sentence as a question and ends it as an accusation",
    ],
    wardrobe: [
      "a field jacket with too many pockets",
      "a corduroy jacket and an ink-stained cuff",
      "a dark dress coat kept behind the office door for funerals",
    ],
    marks: ["a recorder always within reach", "a smear of ink on one hand"],
    roots: [
      "{He} began on the weddings page and found the first scandal there.",
      "{He} left {city} in a hurry after a story about the mayor turned out to be true.",
      "{He} came home from a war with four rolls of film that {he} {has} never developed.",
    ],
    errands: [
      "Shouts a question that nobody will answer.",
      "Dictates a sentence into a telephone, changes one word and dictates it again.",
      "Holds a camera above the crowd and hopes.",
    ],
  },
  {
    name: "politics",
    jobs: "mayor 36-74, speech writer 25-62, campaign manager 27-62, ambassador 40-72, cabinet minister 40-72, lobbyist 28-66, civil servant 24-66, union leader 32-68, spy 26-64, diplomat's driver 26-66, activist 17-74, royal secretary 34-70",
    words:
      "politics political politician politicians election government minister mayor palace spy spies president parliament campaign embassy corruption",
    wants: [
      "to win the election without becoming the kind of person who wins it",
      "to get one name off a list",
      "to pass a law that will end {his} own career",
      "to learn which of three allies has already changed sides",
    ],
    dark: [
      "to stay in office one day longer than the law allows",
      "to start a small war at a convenient time",
    ],
    stakes: [
      "If {he} fail{s}, the border closes with half the families on the wrong side.",
      "If the recording gets out, the peace is over by breakfast.",
      "If the vote is lost, the old man comes back to power.",
    ],
    secrets: [
      "Wrote the speech that sent a friend to prison.",
      "Has been in the pay of the other side since university.",
      "Counted the votes and announced another number.",
    ],
    voices: [
      "Agrees with everyone and promises nothing",
      "Speaks in finished paragraphs and corrects the comma afterwards",
      "Remembers every first name and uses it like a small hook",
    ],
    wardrobe: [
      "a dark suit with a discreet pin",
      "a coat cut to be photographed in",
      "sensible shoes under expensive clothes",
    ],
    marks: ["a handshake that lasts half a second too long", "a smile that arrives before the reason for it"],
    roots: [
      "{He} carried posters at twelve, secrets at twenty and the party at forty.",
      "{He} came into office by accident, when everyone better was in prison.",
      "{He} learned to listen as the child of two people who only spoke through lawyers.",
    ],
    errands: [
      "Hands out leaflets that are dropped at once.",
      "Whispers a name into a more important ear.",
      "Holds an umbrella over somebody else.",
    ],
  },
  {
    name: "army",
    jobs: "army medic 20-50, sniper 21-44, retired colonel 56-86, bomb disposal officer 25-50, army chaplain 28-62, fighter pilot 25-48, resistance courier 16-60, radio operator 18-50, quartermaster 26-58, private soldier 18-36, military translator 21-56, submarine officer 26-52",
    words:
      "army war soldier soldiers military battle trench front veteran veterans resistance regiment marines",
    wants: [
      "to bring the whole section home, including the one who deserves it least",
      "to find the family of a soldier who died with the wrong papers",
      "to disobey one order without anyone noticing",
      "to stop the bombing of a town that is on no map",
    ],
    dark: [
      "to win the battle at any price that others pay",
      "to leave no witness to what happened in the village",
    ],
    stakes: [
      "If {he} fail{s}, two hundred people are on the bridge when it goes.",
      "If the message does not get through, they will shell their own side.",
      "If {he} speak{s}, a hero loses his medals; if not, a widow never learns the truth.",
    ],
    secrets: [
      "Ran, and was decorated for it.",
      "Wears another man's name.",
      "Sent the coordinates that hit the school.",
    ],
    voices: [
      "Gives reports even when asked how the soup is",
      "Speaks quietly and looks at the exits",
      "Uses gallows humour until the moment it would help",
    ],
    wardrobe: [
      "a field jacket with the badges cut off",
      "a pressed uniform and mended gloves",
      "a civilian coat worn like a uniform",
    ],
    marks: ["one deaf ear turned away from the talk", "a tremor in the left hand that comes with thunder"],
    roots: [
      "{He} enlisted with three friends and {is} the one who writes to their mothers.",
      "{He} {was} born on a base and had seven schools before {he} was twelve.",
      "{He} lied about {his} age to get in, and about everything else to get out.",
    ],
    errands: [
      "Checks papers that are obviously in order.",
      "Sits on a kitbag and writes a letter against one knee.",
      "Marches past, half a beat behind the others.",
    ],
  },
];
