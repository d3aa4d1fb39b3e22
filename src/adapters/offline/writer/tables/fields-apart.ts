import type { Field } from "./field.ts";

export const APART_FIELDS: readonly Field[] = [
  {
    name: "space",
    apart: true,
    jobs: "orbital mechanic 22-60, colony doctor 30-66, ice miner 20-54, shuttle pilot 24-54, terraforming engineer 27-64, navigation officer 25-58, station commander 38-64, hydroponics gardener 20-70, cryo technician 23-58, cargo smuggler 22-60",
    words:
      "space spaceship starship station orbit mars moon colony planet galaxy alien aliens sci-fi future astronaut astronauts",
    wants: [
      "to get one shuttle home with air for half of those aboard",
      "to answer a signal that the company has ordered everyone to ignore",
      "to wake the right sleeper",
      "to plant something that survives outside",
    ],
    dark: ["to bring the thing back alive, whoever it feeds on", "to own the air and sell it by the hour"],
    stakes: [
      "If {he} fail{s}, four hundred sleepers never wake.",
      "If the airlock opens, it opens for all of them.",
      "If the signal is real, they were never the first.",
    ],
    secrets: [
      "Altered the course before the others were awake.",
      "Is the only one who knows how little air is left.",
      "Has been dead on paper since the launch.",
    ],
    voices: [
      "Speaks as if every word used oxygen",
      "Keeps up a running log, even at dinner",
      "Talks to the ship and waits for an answer",
    ],
    wardrobe: [
      "a patched pressure suit with another name on it",
      "grey overalls and magnetic boots",
      "a company jacket with the logo picked off",
    ],
    marks: ["the bleached skin of somebody without a sun", "frost burns on two fingers"],
    roots: [
      "{He} {was} born in transit and {has} no planet to be homesick for.",
      "{He} signed on for one tour to pay a debt that grew while {he} slept.",
      "{He} left a child on Earth who is now older than {him}.",
    ],
    errands: [
      "Floats past with a tool bag and a hummed tune.",
      "Checks a gauge that has not moved for years.",
      "Waters a single tomato plant.",
    ],
  },
  {
    name: "old world",
    apart: true,
    jobs: "royal herald 20-66, court physician 32-76, swordsmith 22-72, innkeeper 28-74, stable hand 14-58, lady-in-waiting 16-50 f, mercenary 19-54, herbalist 24-84, minstrel 17-70, tax collector 28-68, king's falconer 22-70, scribe 18-80",
    words:
      "castle kingdom medieval king queen knight knights dragon fantasy tavern throne sword magic wizard tudor viking ancient",
    wants: [
      "to carry a crown over the pass before the snow closes it",
      "to learn which of the king's sons is not the king's",
      "to be free of an oath sworn to the wrong lord",
      "to find a cure that the court physicians have forbidden",
    ],
    dark: [
      "to rule through a child who cannot say no",
      "to set brother against brother and inherit the ashes",
    ],
    stakes: [
      "If {he} fail{s}, the gates open from the inside.",
      "If the boy is crowned, the true heir dies in the tower.",
      "If the oath is broken, so is the peace.",
    ],
    secrets: [
      "Opened the gate, the first time, for love.",
      "Carries the true heir's ring sewn into a hem.",
      "Poisoned the old king on the new king's orders.",
    ],
    voices: [
      "Swears by saints that nobody else has heard of",
      "Bows with the voice and insults with the eyes",
      "Speaks in proverbs and makes up half of them",
    ],
    wardrobe: [
      "a travelling cloak stiff with mud",
      "fine sleeves on a mended gown",
      "a leather jerkin and a borrowed sword",
    ],
    marks: ["a brand half hidden by the collar", "a gap where a tooth was taken for a debt"],
    roots: [
      "{He} {was} left at the abbey gate with a coin from a country nobody could name.",
      "{He} served in the wrong army and kept the boots.",
      "{He} learned letters from a prisoner, through a wall.",
    ],
    errands: [
      "Turns the spit and listens to the high table.",
      "Carries water up a stair that never ends.",
      "Bites a coin and pretends to be satisfied.",
    ],
  },
  {
    name: "frontier",
    apart: true,
    jobs: "town sheriff 28-64, saloon keeper 28-72, cattle driver 17-60, telegraph operator 18-64, gunslinger 20-58, frontier doctor 30-72, gold prospector 20-76, stagecoach driver 22-64, railroad surveyor 24-60, schoolmarm 20-52 f",
    words:
      "western frontier saloon cowboy cowboys wrangler outlaw outlaws desert gold-rush wild-west ranch gunslinger",
    wants: [
      "to bury a partner in the country he came from",
      "to hold a town of forty people until the judge arrives",
      "to find the man who sold the map twice",
      "to hang up the gun in a place where nobody knows it",
    ],
    dark: [
      "to buy the river and let the valley go thirsty",
      "to hang the right man for the wrong crime before the judge comes",
    ],
    stakes: [
      "If {he} fail{s}, the railroad goes through the graveyard.",
      "If the well runs dry, there is no town to defend.",
      "If {he} draw{s} first, they hang {him}; if {he} do{es} not, they bury {him}.",
    ],
    secrets: [
      "Is not the one on the poster, but let people think so.",
      "Rode with the gang that burned the mission.",
      "Knows that the mine is empty and sells shares in it.",
    ],
    voices: [
      "Uses as few words as water",
      "Reads aloud from a Bible with pages missing",
      "Calls everyone friend, enemies most of all",
    ],
    wardrobe: [
      "a duster coat with one mended bullet hole",
      "a faded dress and a gun belt",
      "a hat that has been shot at",
    ],
    marks: ["sun-cracked lips", "a stiff left leg"],
    roots: [
      "{He} came west with a wagon of six and arrived alone.",
      "{He} deserted from both sides of the war.",
      "{He} won the land at cards and {has} been shot at for it ever since.",
    ],
    errands: [
      "Waters a horse and says nothing.",
      "Sweeps up glass before anyone has broken any.",
      "Rocks on a porch with a rifle across the knees.",
    ],
  },
  {
    name: "youth",
    apart: true,
    jobs: "schoolchild 6-12, pupil 8-17, high-school student 14-18, student 16-25, newspaper carrier 11-17, skateboarder 11-22, choir singer 8-17, junior swimmer 9-18, apprentice mechanic 15-20, babysitter 13-19, school newspaper editor 14-18",
    words: "teen teens teenager teenagers teenage kid kids child children youth pupil pupils adolescent",
    wants: [
      "to find an older sister who left in the night without her shoes",
      "to get through the summer without anyone learning the truth about home",
      "to win the one contest that pays for a ticket out",
      "to prove that the quiet man next door is not who he says",
    ],
    dark: ["to be feared, since being liked has not worked", "to make the new one pay for being new"],
    stakes: [
      "If {he} fail{s}, they will be sent to different homes.",
      "If nobody believes {him}, it happens again on Friday.",
      "If {he} tell{s}, {he} lose{s} the only friend {he} {has}.",
    ],
    secrets: [
      "Writes the messages that everyone is afraid of.",
      "Has been looking after the house alone since March.",
      "Saw it happen from the tree and ran.",
    ],
    voices: [
      "Answers whatever to everything that matters",
      "Talks in a rush and then not at all",
      "Asks the question that the adults have agreed not to ask",
    ],
    wardrobe: [
      "a school jumper two sizes too big",
      "a denim jacket covered in badges",
      "odd socks and an older sibling's coat",
    ],
    marks: ["a plaster on one knee", "ink stars drawn on the back of one hand"],
    roots: [
      "{He} {has} changed schools four times and know{s} how to be invisible by Tuesday.",
      "{He} live{s} with a grandmother above a shop that is never open.",
      "{He} {has} two homes, two beds and one bag that is always packed.",
    ],
    errands: [
      "Kicks a can the length of the street.",
      "Stares at a stranger until told to stop.",
      "Chalks a circle on the ground and stands in it.",
    ],
  },
];

/** For jobs that no other field knows. */
export const GENERAL_FIELD: Field = {
  name: "general",
  jobs: "",
  words: "",
  wants: [
    "to be believed, once, about the night of the storm",
    "to put right something that was done in {his} name",
    "to find the one person who can say what really happened",
    "to leave town with {his} head up",
  ],
  dark: ["to keep what was taken, whoever comes asking for it", "to see the town kneel before it is sold"],
  stakes: [
    "If {he} fail{s}, the wrong person pays and the right one moves next door.",
    "If {he} wait{s} another day, there will be nobody left to ask.",
    "If the truth comes out too early, it will not help anyone.",
  ],
  secrets: [
    "Was there that night.",
    "Has a second name, and somebody has just used it.",
    "Kept the letter instead of posting it.",
  ],
  voices: [
    "Says little and means most of it",
    "Talks to fill silences and regrets it at once",
    "Tells the truth in the form of jokes",
  ],
  wardrobe: [
    "plain work clothes and one good coat",
    "a jacket mended with the wrong colour of thread",
    "clothes chosen to be easy to run in",
  ],
  marks: ["a wary, level look", "hands that show the work"],
  roots: [
    "{He} learned the work by doing it badly for a year.",
    "{He} came to {city} to start again and {has} started three times.",
    "{He} took the job for a month, and that was nine years ago.",
  ],
  errands: [
    "Goes by with the step of someone who is late.",
    "Stops, looks and decides that it is none of anyone's business.",
    "Waits at the edge of things.",
  ],
};
