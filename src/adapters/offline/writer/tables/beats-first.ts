import type { Beat } from "./beat.ts";

export const FIRST_BEATS: readonly Beat[] = [
  {
    name: "Opening Image",
    act: 1,
    short: [
      "{Place}, before anyone else is up. {intro}, works alone and prefers it so.",
      "{intro}, crosses {place} without looking up: a life in which nothing is asked and nothing is risked.",
    ],
    long: [
      "{Place}, before anyone else is up. {intro}, works alone and prefers it so. Everybody nods to {him}, and nobody stops to talk.",
      "{intro}, crosses {place} without looking up. It is a life in which nothing is asked and nothing is risked, and it has gone on for years.",
    ],
  },
  {
    name: "Theme Stated",
    act: 1,
    short: [
      "{Ally} says it in passing: nobody gets out of this alone. {First} laughs it off.",
      "“You cannot have the truth and be left in peace,” says {ally}. {First} is not listening.",
    ],
    long: [
      "{Ally} says it in passing, over something else: nobody gets out of a thing like this alone. {First} laughs it off. The words stay in the room.",
      "“You cannot have the truth and be left in peace,” says {ally}, and means something small. {First} is not listening. It is the sentence that {he} will remember.",
    ],
  },
  {
    name: "Set-Up",
    act: 1,
    short: [
      "What {first} wants is {goal}. Nobody stands in the way so much as {first}, who {but}.",
      "We learn what {first} has to lose, and how long {he} {has} wanted {goal}.",
    ],
    long: [
      "What {first} wants is {goal}. {He} {has} wanted it for so long that it has become a way of putting things off, for {first} {but}. {He} believe{s} {lie}, and so far nobody has proved {him} wrong.",
      "Little by little we learn what {first} has to lose. {He} want{s} {goal}, and {he} {has} told nobody. {First} {but}; {he} believe{s} {lie}.",
    ],
  },
  {
    name: "Catalyst",
    act: 1,
    short: [
      "{A thing} turns up at {place2}, and it has {possessive} name on it.",
      "At {place2}, somebody presses {a thing} into {possessive} hand and is gone.",
    ],
    long: [
      "Then {a thing} turns up at {place2}, where it cannot be, and it has {possessive} name on it. Whoever put it there knows exactly what {first} is looking for.",
      "Then, at {place2}, somebody presses {a thing} into {possessive} hand and is gone in the crowd. It is the first proof that {first} has ever held, and it has been stolen from {foe}.",
    ],
  },
  {
    name: "Debate",
    act: 1,
    short: [
      "To act or to hand it over? {First} goes twice to the door of the police and twice walks past.",
      "{First} tries to give {prop} back. It is too late: {foe} already knows.",
    ],
    long: [
      "{First} does the sensible thing and tries to be rid of it. Twice {he} {goes} to the right door, and twice {he} walk{s} past. In the night someone searches {his} rooms, and the question answers itself.",
      "{First} tries to give {prop} back and learns that it is too late: {foe} already knows. The warning is very polite. {He} lie{s} awake and count{s} what {he} would have to give up.",
    ],
  },
  {
    name: "Break into Two",
    act: 2,
    short: [
      "{First} decides {goal}, and leaves {place} for {place2}.",
      "{First} burns the way back and sets out {goal}.",
    ],
    long: [
      "In the morning {first} makes a decision that cannot be taken back. {He} set{s} out {goal}, with {prop} in a coat pocket and no plan beyond {place2}.",
      "{First} burns the way back. From now on there is only one direction: {goal}, whatever {foe} may do. {He} leave{s} {place} without a word to anyone.",
    ],
  },
  {
    name: "B Story",
    act: 2,
    short: [
      "{Ally} offers help and is refused, then comes along regardless.",
      "{First} needs {ally}, who has every reason to say no.",
    ],
    long: [
      "{Ally} offers to help and is refused, then comes along regardless. Between the two of them there is an old account that neither mentions. It is with {ally} that {first} begins, against {his} will, to say what {he} think{s}.",
      "There is one person who could help: {ally}, who has every reason to say no. They agree on one day and no questions. By the evening {first} has answered three.",
    ],
  },
];
