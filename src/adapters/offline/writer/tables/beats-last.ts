import type { Beat } from "./beat.ts";

export const LAST_BEATS: readonly Beat[] = [
  {
    name: "Fun and Games",
    act: 2,
    short: [
      "The hunt: false names, locked rooms, one lucky guess. {First} turns out to be good at this.",
      "{First} and {ally} follow the trail through {place2} and {place3}, and for a while everything works.",
    ],
    long: [
      "What follows is a hunt: false names, locked rooms, a borrowed uniform, one lucky guess. {First} turns out to be good at this, and begins to enjoy it. At {place3} they find the second half of the story, and for an hour it looks like winning.",
      "The trail leads through {place2} to {place3}, and for a while everything works. {First} lies better than expected, and {ally} laughs for the first time. Each door opens on another, and behind each of them somebody has been waiting to talk.",
    ],
  },
  {
    name: "Midpoint",
    act: 2,
    short: [
      "A false victory: {first} has the proof. It shows that {foe} was never alone.",
      "{First} stands face to face with {foe}, who offers exactly what {he} want{s}.",
    ],
    long: [
      "Halfway, {first} has what {he} came for. But the proof says more than it should: {foe} was never alone, and one of the names on the list is a name that {first} loves.",
      "Halfway, {first} stands face to face with {foe}, who is charming and knows everything. The offer is exactly what {he} {has} always wanted. {He} ask{s} for a day to think, and that is the mistake.",
    ],
  },
  {
    name: "Bad Guys Close In",
    act: 2,
    short: [
      "{Foe} answers. Doors close, friends fall silent, and {first} begins to suspect {ally}.",
      "Every place that was safe is watched. {First} quarrels with {ally} over {prop}.",
    ],
    long: [
      "{Foe} answers. Accounts are closed, witnesses remember differently, a friend stops picking up the telephone. Under pressure the old flaw shows: {first} {but}. {Ally} sees it and says so.",
      "Every place that was safe is being watched now. {First} sleeps in the back of {place3} and trusts nobody. The quarrel with {ally} is about {prop} and about everything else, and both of them say what cannot be unsaid.",
    ],
  },
  {
    name: "All Is Lost",
    act: 2,
    short: [
      "{Prop} is gone, and {ally} with it. Someone has paid for what {first} did.",
      "{First} loses the proof, the ally and the good name in a single night.",
    ],
    long: [
      "In a single night it all goes. {Prop} is taken, {ally} is gone, and the one witness is carried out of {place2} under a blanket. {stakes} That is what is at stake now, and {first} has nothing left to stop it with.",
      "Then {foe} moves, and within a single night {first} loses the proof, the ally and a good name. What hurts most is that {he} opened the door {himself}. {stakes}",
    ],
  },
  {
    name: "Dark Night of the Soul",
    act: 2,
    short: [
      "Alone at {place}, {first} understands what {he} believed all this time: {lie}.",
      "{First} sits where it began and sees that the thing to do now is {need}.",
    ],
    long: [
      "Alone at {place}, where it began, {first} has nothing left to defend. For the first time {he} say{s} aloud what {he} {has} believed for years: {lie}. Said aloud, it sounds like something that another person made up.",
      "{First} goes back to {place} because there is nowhere else. {He} could leave; nobody would blame {him}. Instead, {he} see{s} what it was all about: not the proof, but {need}.",
    ],
  },
  {
    name: "Break into Three",
    act: 3,
    short: [
      "{First} goes to {ally} and asks for help: the one thing {he} had never done.",
      "A detail from the first scene gives {first} the idea: use what {foe} believes about {him}.",
    ],
    long: [
      "{First} goes to find {ally} and begins with the hardest sentence, which is an apology. Together they see what neither could see alone: {foe} has made one mistake, and it was made at {place}.",
      "It is a small thing that turns it, a detail from the very beginning. {First} calls {ally} and admits everything. They have one night, no proof, and what {foe} believes about {him}.",
    ],
  },
  {
    name: "Finale",
    act: 3,
    short: [
      "At {place3}, {first} lets {foe} win and be heard winning. It costs {him} what {he} most wanted to keep.",
      "{First} faces {foe} before witnesses, gives up {prop} and so wins.",
    ],
    long: [
      "They set the trap at {place3}. {First} goes in unarmed and lets {foe} win, slowly, in front of a room that {foe} believes to be empty. When the doors open, it is over; but {first} has had to give up the one thing {he} most wanted to keep.",
      "At {place3} everyone comes together at last. {First} has the chance to destroy {foe} quietly and does the opposite: {he} tell{s} the whole story, {his} own part in it included, in front of those it was done to. {Foe} has an answer for everything except that.",
    ],
  },
  {
    name: "Final Image",
    act: 3,
    short: [
      "{Place}, early, as in the beginning. This time somebody is waiting, and {first} stops to talk.",
      "{First} crosses {place} again, looks up, and is not alone.",
    ],
    long: [
      "{Place}, early, as in the beginning. The light is the same, and so are the sounds. But this time somebody is waiting, and {first} stops to talk.",
      "{First} crosses {place} as on the first day. Somebody calls a name, and {he} look{s} up. {Prop} is where it belongs, and {he} {has} somewhere to go.",
    ],
  },
];
