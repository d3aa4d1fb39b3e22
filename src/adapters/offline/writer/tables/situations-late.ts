import type { Situation } from "./situation.ts";

export const LATE_SITUATIONS: readonly Situation[] = [
  {
    kind: "quarrel",
    words: "argue argues argument quarrel fight fights confrontation confront confronts angry accuse accuses",
    act: 2,
    titles: ["The {Prop} on the Floor", "Whose {Prop}", "The Quarrel over the {Prop}"],
    opens: [
      "It begins with {prop} and is about everything else within a minute.",
      "{A} throws {prop} on the table. “Explain that.”",
    ],
    turns: [
      "{B} does not raise a voice, and that is worse.",
      "{B} says the one sentence that was never to be said, and the room goes quiet.",
    ],
    closes: [
      "{A} leaves without a coat. {B} picks up {prop}, then puts it down where it fell.",
      "They have both won, and neither knows how to leave.",
    ],
  },
  {
    kind: "chase",
    words: "chase chases pursuit run runs flee flees escape escapes running",
    act: 2,
    titles: ["Running with the {Prop}", "Drop the {Prop}", "Out the Back with the {Prop}"],
    opens: [
      "{A} runs with {prop} under one arm and {B} a dozen steps behind.",
      "One look is enough: {A} grabs {prop} and goes out by the back.",
    ],
    turns: [
      "There is a wrong door, a kitchen full of steam, a tray that goes flying.",
      "{B} knows a shorter way and is suddenly in front.",
    ],
    closes: [
      "The way ends at a wall. {A} holds {prop} over the edge. “One more step.”",
      "When {B} rounds the corner, there is only {prop}, in the middle of the road.",
    ],
  },
  {
    kind: "theft",
    words: "theft steal steals heist robbery rob break-in burglary thief",
    act: 2,
    titles: ["Taking the {Prop}", "Ninety Seconds for the {Prop}", "The Wrong {Prop}"],
    opens: [
      "They have ninety seconds: {A} at the lock, {B} at the window, {prop} behind the glass.",
      "{A} has practised this a hundred times, but never with {B} humming.",
    ],
    turns: [
      "The lock gives, the alarm does not ring, and that is what worries {A}.",
      "{prop} is lighter than it should be. {B} sees it in {A's} face.",
    ],
    closes: [
      "Outside, a light goes on, and {B} is no longer at the window.",
      "They leave with {prop}. What they do not notice is what they have left behind.",
    ],
  },
  {
    kind: "interrogation",
    words: "interrogation interrogate interrogates question questions questioning interview police suspect",
    act: 2,
    titles: ["Once More about the {Prop}", "Three Questions and the {Prop}", "The {Prop} in Evidence"],
    opens: [
      "“Once more,” says {A}. “Where did {prop} come from?”",
      "{A} lets {B} wait for an hour and then comes in with two coffees and {prop}.",
    ],
    turns: [
      "{B} tells the truth, and it sounds like a lie.",
      "{B} answers every question but the third, and the third one comes round again.",
    ],
    closes: [
      "At the door, {A} says as if in passing what {B} has been hoping nobody knew.",
      "When they are done, it is {A} who needs a glass of water.",
    ],
  },
  {
    kind: "lie",
    words: "lie lies lying secret secrets hide hides hiding deceive deceives pretend pretends alibi",
    act: 2,
    titles: ["No {Prop} Here", "A Story about the {Prop}", "The {Prop} under the Cloth"],
    opens: [
      "{B} asks about {prop}, and {A} has an answer ready: too ready.",
      "{prop} is in plain sight under a cloth when {B} walks in.",
    ],
    turns: [
      "{A} adds a detail, then another to hold up the first.",
      "{B} listens with great attention and moves, step by step, towards the cloth.",
    ],
    closes: [
      "“I believe you,” says {B}, and that is the worst thing that could have happened.",
      "Once alone, {A} tries the story over again, and this time it sounds false.",
    ],
  },
  {
    kind: "threat",
    words: "threat threaten threatens blackmail warning warn warns intimidate villain",
    act: 2,
    titles: ["A Present: the {Prop}", "Someone Sent the {Prop}", "The {Prop} with a Ribbon"],
    opens: [
      "{B} has brought {A} a present. It is {prop}, and it comes from {A's} own home.",
      "{B} admires the view, the furniture and the children in the photograph.",
    ],
    turns: [
      "Nothing that is said could be repeated to the police.",
      "{A} asks what it is about, and {B} seems truly hurt: “Must it be about something?”",
    ],
    closes: [
      "{B} leaves {prop} behind. “A keepsake.”",
      "Only when the steps have gone does {A} notice that the door was never locked.",
    ],
  },
  {
    kind: "betrayal",
    words: "betray betrays betrayal traitor double-cross trap turns",
    act: 2,
    titles: ["Who Sold the {Prop}", "The {Prop} Was Bait", "The Empty Place of the {Prop}"],
    opens: [
      "{A} arrives first and waits with {prop}, as agreed.",
      "{B} is too friendly tonight, and {A} puts it down to nerves.",
    ],
    turns: [
      "Then two men come in who know {A's} name, and {B} looks at the floor.",
      "{prop} was only ever bait; {A} understands it a second after the door has closed.",
    ],
    closes: [
      "“I had no choice,” says {B}. “You had all week,” says {A}.",
      "As they lead {A} out, {B} takes {prop} and cannot meet anybody's eyes.",
    ],
  },
  {
    kind: "confession",
    words: "confess confesses confession truth admit admits apologise apology",
    act: 3,
    titles: ["The Truth about the {Prop}", "It Was the {Prop}", "Holding the {Prop}"],
    opens: [
      "{A} does not sit down. “It was me. With {prop}. I have never told anyone.”",
      "{A} has rehearsed it all the way here and now begins with the wrong end.",
    ],
    turns: [
      "{B} does not interrupt, and {A} has to go on to the end.",
      "{B} has known for years. It is {A} who learns something.",
    ],
    closes: [
      "For a long time nobody says anything. Then {B} moves {prop} out of the light.",
      "“Thank you,” says {B}, in a voice that promises nothing.",
    ],
  },
  {
    kind: "rescue",
    words: "rescue rescues save saves danger fire drowning trapped help",
    act: 3,
    titles: ["Leave the {Prop}", "Down with the {Prop}", "The {Prop} or the Hand"],
    opens: [
      "{B} is trapped, {prop} is within reach, and {A} has time for one of them.",
      "{A} hears it before seeing it: {B}, calling from somewhere below.",
    ],
    turns: [
      "{A} drops {prop} and goes in.",
      "The first attempt fails. {A} ties {prop} to a rope and lets it down.",
    ],
    closes: [
      "They lie on the ground, coughing, and begin for no reason to laugh.",
      "{B} comes up alone. It takes a moment before anyone understands.",
    ],
  },
  {
    kind: "showdown",
    words: "showdown final climax duel battle confrontation end ending last stand",
    act: 3,
    titles: ["The Last of the {Prop}", "Everyone Wants the {Prop}", "Settling the {Prop}"],
    opens: [
      "They have all come: {A} at one end, {B} at the other, {prop} in between.",
      "{A} comes unarmed, with {prop} in one open hand.",
    ],
    turns: [
      "{B} could end it now and wants to be understood first; that is the mistake.",
      "{A} tells {B} what {prop} really is, and something in {B} gives way.",
    ],
    closes: [
      "{A} lets it fall. Nobody stoops for it, and with that the last reason to fight is gone.",
      "A single sound. When it is quiet again, only one of them is still standing, and it is not the one who wanted to.",
    ],
  },
  {
    kind: "farewell",
    words: "farewell goodbye leave leaves leaving funeral parting death grave mourning burial",
    act: 3,
    titles: ["The {Prop} Stays", "Goodbye to the {Prop}", "What to Do with the {Prop}"],
    opens: [
      "The car is waiting. {A} has everything but {prop}.",
      "{A} and {B} are the last to leave, and neither wants to be the first of the two.",
    ],
    turns: [
      "{B} holds {prop} out. “So that you have to bring it back.”",
      "They say the things that people say, and then, at last, one true thing.",
    ],
    closes: [
      "{A} does not look round. {B} waits until it is certain.",
      "On the empty table stands {prop}, in the last of the light.",
    ],
  },
  {
    kind: "decision",
    words: "decide decides decision choose chooses choice vote promise plan plans planning",
    act: 3,
    titles: ["Burn the {Prop}", "Two Votes on the {Prop}", "What the {Prop} Decides"],
    opens: [
      "They can burn {prop} or hand it in; {A} has the matches and {B} the telephone.",
      "{A} lays out the plan with cups and spoons; {prop} is the sugar bowl.",
    ],
    turns: [
      "{B} finds the hole in it at once: somebody has to stay behind.",
      "{B} speaks for the one, {A} for the other, and in the middle they change sides.",
    ],
    closes: [
      "Neither of them says yes. They simply begin.",
      "{A} strikes a match and looks at it until it goes out.",
    ],
  },
];
