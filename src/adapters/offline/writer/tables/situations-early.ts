import type { Situation } from "./situation.ts";

export const EARLY_SITUATIONS: readonly Situation[] = [
  {
    kind: "arrival",
    words: "arrive arrives arrival return returns homecoming opening introduce introduction first morning",
    act: 1,
    titles: ["The {Prop} in the Luggage", "Back with the {Prop}", "A Stranger and the {Prop}"],
    opens: [
      "{A} comes in with one bag and stops at the sight of {prop}, which should not be here.",
      "{A} is back, and nobody has been told; {prop} lies exactly where it was left.",
    ],
    turns: [
      "{B} knows at once who it is and pretends to be busy.",
      "{B} asks the polite questions and leaves out the only one that matters.",
    ],
    closes: [
      "When {A} turns round, {B} has already hidden {prop}.",
      "{A} asks for a room for one night and takes the key for the whole week.",
    ],
  },
  {
    kind: "discovery",
    words: "discover discovers discovery find finds finding reveal reveals revelation clue evidence",
    act: 1,
    titles: ["What the {Prop} Says", "The {Prop} Behind the Wall", "Finding the {Prop}"],
    opens: [
      "Looking for something else, {A} finds {prop} where only {B} could have put it.",
      "{A} has been over the same ground twice; the third time, {prop} is there.",
    ],
    turns: [
      "There is a date on it, and the date is wrong: that day, {B} was supposed to be far away.",
      "{B} comes in, sees it in {A's} hands and begins to talk about supper.",
    ],
    closes: [
      "{A} puts {prop} back exactly as it was and waits to see who comes for it.",
      "“Where did you get that?” asks {B}. It is the wrong question, and both of them know it.",
    ],
  },
  {
    kind: "bargain",
    words: "bargain deal trade trades negotiate negotiation sell buy offer meets information exchange",
    act: 1,
    titles: ["A Price for the {Prop}", "Half, and a Favour for the {Prop}", "The {Prop} Changes Hands"],
    opens: [
      "{A} puts {prop} on the table and names a price.",
      "{A} and {B} sit down like old friends; {prop} lies between them under a newspaper.",
    ],
    turns: [
      "{B} offers half of it and a favour, and means the favour as a threat.",
      "{B} does not even look at {prop}, which is how {A} can tell what it is worth.",
    ],
    closes: [
      "When {B} reaches for it, {A's} hand comes down first: the price has just gone up.",
      "They shake hands on it. Only outside does {A} count what is in the envelope.",
    ],
  },
  {
    kind: "invitation",
    words: "invite invitation job hire hires recruit recruits assignment mission call",
    act: 1,
    titles: ["One Job and the {Prop}", "The {Prop} by Friday", "Asked to Fetch the {Prop}"],
    opens: [
      "{B} has a job for {A}: {prop}, by Friday, and no questions.",
      "{A} says no before {B} has finished the sentence.",
    ],
    turns: [
      "Then {B} mentions a name that nobody is supposed to know.",
      "{B} pays for the drinks and lays down a photograph, face up.",
    ],
    closes: [
      "{A} is still saying no while getting up to follow.",
      "The door has almost closed when {A} asks: “And if it is a trap?” – “Then you will be the first to know.”",
    ],
  },
  {
    kind: "reunion",
    words: "reunion reunite reunited sibling siblings old friends ex family years later",
    act: 1,
    titles: ["The {Prop} Between Them", "Ten Years and the {Prop}", "Giving Back the {Prop}"],
    opens: [
      "{A} and {B} have not spoken for ten years, and now there is only one free table.",
      "{B} recognises the coat first, then {A}.",
    ],
    turns: [
      "They talk about {prop}, because it is easier than talking about the funeral.",
      "{A} has kept {prop} all this time and brings it out to give it back; {B} will not touch it.",
    ],
    closes: [
      "“You look tired,” says {B}. It is the kindest thing either of them has said.",
      "They leave by different doors, and both of them look back, a moment apart.",
    ],
  },
  {
    kind: "lesson",
    words: "teach teaches lesson training train trains learn learns practise rehearsal",
    act: 2,
    titles: ["How to Hold the {Prop}", "The {Prop}, Again", "A Lesson with the {Prop}"],
    opens: [
      "{A} shows {B} for the fourth time how it is done with {prop}.",
      "“Again,” says {A}. {B} picks up {prop} and does it again.",
    ],
    turns: [
      "{B} gets it wrong in a way that {A} has never seen, and it works.",
      "{B} stops and asks who taught {A}, and the lesson is over for a while.",
    ],
    closes: [
      "Nobody says well done. {A} moves {prop} a little closer to {B}, and that is enough.",
      "When {B} has gone, {A} tries the mistake alone.",
    ],
  },
  {
    kind: "courtship",
    words: "love romance romantic kiss date dance flirt flirting wedding courtship tender",
    act: 2,
    titles: ["Dancing round the {Prop}", "The {Prop} as an Excuse", "Something about the {Prop}"],
    opens: [
      "{A} has come back for {prop}, which anyone could have sent on.",
      "It is late, and neither {A} nor {B} has mentioned going home.",
    ],
    turns: [
      "{B} explains {prop} at length, and {A} listens to everything but the words.",
      "They reach for {prop} at the same moment and both let go of it.",
    ],
    closes: [
      "“It is only a thing,” says {B}. “I know,” says {A}, and stays.",
      "Someone calls from outside. {A} leaves {prop} behind on purpose.",
    ],
  },
  {
    kind: "wait",
    words: "wait waits waiting stakeout vigil watch watches",
    act: 2,
    titles: ["Watching the {Prop}", "Four Hours with the {Prop}", "The {Prop} Does Not Move"],
    opens: [
      "{A} and {B} have been watching {prop} for four hours, and nobody has come.",
      "Nothing happens. {A} counts the lights in the windows; {B} eats for both of them.",
    ],
    turns: [
      "To pass the time, {B} tells a story that turns out to be true.",
      "In the dark, {A} says what could never be said with the light on.",
    ],
    closes: ["When they look up again, {prop} has gone.", "Then a car stops, and neither of them breathes."],
  },
];
