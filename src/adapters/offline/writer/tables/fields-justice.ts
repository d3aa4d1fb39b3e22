import type { Field } from "./field.ts";

export const JUSTICE_FIELDS: readonly Field[] = [
  {
    name: "police",
    jobs: "homicide detective 30-62, detective 28-62, patrol officer 21-56, police chief 44-66, forensic technician 25-62, customs officer 24-62, parole officer 27-62, private investigator 30-70, police dispatcher 22-60, border guard 21-58, cold-case investigator 36-68, security guard 20-68",
    words:
      "police cop cops detective detectives murder investigation crime-scene precinct officer officers guard guards inspector sheriff",
    wants: [
      "to reopen the one case that everyone else has agreed to forget",
      "to find out which colleague is selling names",
      "to bring a witness alive through one night",
      "to hear a guilty man say it aloud",
    ],
    dark: ["to bury the file and whoever opens it", "to run the city's crime instead of stopping it"],
    stakes: [
      "If {he} fail{s}, the wrong person goes to prison and the right one goes on.",
      "If the witness dies, so does the only case {he} ever believed in.",
      "If {he} {is} right, half the department goes to trial.",
    ],
    secrets: [
      "Planted the evidence that made a career.",
      "Let a suspect go and never learned whether that was right.",
      "Kept one page of a file at home for eleven years.",
    ],
    voices: [
      "Asks the same question three times in three tones",
      "Leaves silences open until somebody else fills them",
      "Talks like a report: time, place, and only then the feeling",
    ],
    wardrobe: [
      "a raincoat with a notebook in every pocket",
      "a suit slept in more than once",
      "a uniform shirt under a civilian jacket",
    ],
    marks: ["a way of always sitting with the wall behind", "tired eyes that go to the hands first"],
    roots: [
      "{He} joined the force because the police were late, once, when it mattered.",
      "{He} {was} the first in the family to wear the uniform, and the family has not forgiven it.",
      "{He} came up from night patrol and still think{s} best at four in the morning.",
    ],
    errands: [
      "Holds the tape up for someone more important.",
      "Takes a statement and spells the name wrong twice.",
      "Stands at the door and lets nobody through who says please.",
    ],
  },
  {
    name: "crime",
    jobs: "pickpocket 14-60, safecracker 28-72, smuggler 22-66, forger 26-76, getaway driver 20-54, loan shark 30-72, con artist 22-74, fence 30-76, bookmaker 28-76, enforcer 22-58, card sharp 22-74, crime boss 40-80, bounty hunter 24-60",
    words:
      "crime criminal criminals gang gangs gangster gangsters thief thieves heist robbery mafia mob underworld smuggler casino prison",
    wants: [
      "to do one last job and be gone before it is counted",
      "to buy back a name from the people who own it",
      "to find out who talked",
      "to get a younger brother out before he is in for good",
    ],
    dark: [
      "to make an example that nobody will need to see twice",
      "to take over the whole waterfront, one favour at a time",
    ],
    stakes: [
      "If {he} fail{s}, the people who are owed will come for the family.",
      "If the vault stays shut, so does every other door.",
      "If {he} trust{s} the wrong partner again, nobody walks out.",
    ],
    secrets: [
      "Has been talking to the police for a year.",
      "Kept a share that was meant for a dead partner's child.",
      "Never actually fired the shot that made the reputation.",
    ],
    voices: [
      "Speaks softly, so that everyone has to lean in",
      "Never uses a name on the telephone, and hardly ever off it",
      "Tells long funny stories that turn out to be threats",
    ],
    wardrobe: [
      "a beautiful coat with something heavy in the lining",
      "plain clothes chosen to be forgotten",
      "a good suit, one size too big",
    ],
    marks: ["a scar through one eyebrow", "hands that are never quite still"],
    roots: [
      "{He} learned to open locks in a children's home where everything was locked.",
      "{He} borrowed money once at nineteen and {has} been working it off since.",
      "{He} {was} raised by an uncle who was away for long stretches and never said where.",
    ],
    errands: [
      "Bumps into a stranger, apologises and leaves with a watch.",
      "Leans on a parked car that belongs to someone else.",
      "Counts notes under a table without looking down.",
    ],
  },
  {
    name: "law",
    jobs: "public defender 27-64, prosecutor 29-66, judge 42-76, court clerk 22-66, notary 30-76, court interpreter 25-72, divorce lawyer 28-70, juror 20-80, human rights lawyer 28-68, legal secretary 22-66, bailiff 25-64, prison warden 34-66",
    words: "law court courtroom lawyer lawyers trial judge jury attorney legal justice prison",
    wants: [
      "to overturn a verdict that was fair and wrong",
      "to get one honest witness into the box",
      "to lose a case that {he} {has} been ordered to win",
      "to find the signature that proves the will was changed",
    ],
    dark: ["to decide the verdict before the jury is chosen", "to keep an innocent client guilty"],
    stakes: [
      "If {he} fail{s}, a man is executed for being in the wrong photograph.",
      "If {he} win{s}, {he} will never work in this city again.",
      "If the letter is read out in court, both families are finished.",
    ],
    secrets: [
      "Knew the client was guilty and was very good that day.",
      "Destroyed a letter that would have changed a verdict.",
      "Failed the examination twice and had someone else sit it.",
    ],
    voices: [
      "Builds sentences like traps and waits at the end of them",
      "Says with respect before every insult",
      "Reads people their own words back, slowly",
    ],
    wardrobe: [
      "a black gown shiny at the elbows",
      "a charcoal suit and a battered briefcase",
      "a spotless collar and very old shoes",
    ],
    marks: ["reading glasses on a cord", "a fountain pen that is never lent"],
    roots: [
      "{He} read law to get one person out of prison and was a year too late.",
      "{He} {was} the first of the family to finish school and the last to be thanked for it.",
      "{He} left a grand firm after one lunch that {he} never talk{s} about.",
    ],
    errands: [
      "Carries a tower of files that somebody is bound to knock over.",
      "Waits on a bench outside a closed door with a hat in both hands.",
      "Swears in a witness without once looking up.",
    ],
  },
];
