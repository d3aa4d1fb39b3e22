import type { Field } from "./field.ts";

export const DESK_FIELDS: readonly Field[] = [
  {
    name: "science",
    jobs: "marine biologist 25-66, astronomer 26-76, volcanologist 27-66, archaeologist 25-74, chemist 25-68, epidemiologist 28-68, palaeontologist 26-74, weather forecaster 25-68, lab technician 22-62, geneticist 28-66, mathematician 22-80, museum curator 30-72",
    words:
      "science scientist scientists lab laboratory research experiment observatory museum expedition antarctic arctic",
    wants: [
      "to have one impossible result believed",
      "to dig where the permit says nobody may dig",
      "to finish a dead rival's experiment",
      "to warn a town that does not want to be warned",
    ],
    dark: [
      "to test it on the town before anyone asks",
      "to sell the cure to the one buyer who wants it lost",
    ],
    stakes: [
      "If {he} {is} right, there are nine days left.",
      "If {he} {is} wrong, {he} will have emptied a city for nothing.",
      "If the sample leaves the building, nobody can call it back.",
    ],
    secrets: [
      "Rounded the one number on which everything rests.",
      "Took the credit for a student's discovery.",
      "Heard the warning signal a day before reporting it.",
    ],
    voices: [
      "Gives every statement a margin of error",
      "Thinks aloud and forgets who is listening",
      "Answers feelings with facts and facts with delight",
    ],
    wardrobe: [
      "a parka indoors and sandals outdoors",
      "a lab coat with three pens and no cap on any",
      "a field vest and a sun-bleached hat",
    ],
    marks: ["a sunburnt nose in every season", "numbers written on the back of one hand"],
    roots: [
      "{He} took the radio apart at six and was not able to put it back until seven.",
      "{He} won a scholarship out of {city} and an argument with everyone there.",
      "{He} spent four years on the ice and {has} found rooms too warm ever since.",
    ],
    errands: [
      "Labels jars with great care and no explanation.",
      "Runs past with a printout, then runs back.",
      "Looks up when everyone else looks down.",
    ],
  },
  {
    name: "technology",
    jobs: "software engineer 22-56, security researcher 21-50, game designer 22-52, content moderator 20-45, start-up founder 23-46, data analyst 22-56, sound engineer 22-64, drone pilot 20-48, phone repairer 16-60, switchboard operator 18-68, hacker 15-45, network technician 20-60",
    words:
      "technology tech software computer computers startup start-up hacker hackers internet app ai data digital robot",
    wants: [
      "to find out who has been answering as {his} dead brother",
      "to switch off the thing that made everyone rich",
      "to delete one video from the whole world",
      "to get the code out before the company is sold",
    ],
    dark: [
      "to know everyone's next move before they make it",
      "to ship on Monday, whatever it does to people on Tuesday",
    ],
    stakes: [
      "If {he} fail{s}, the system goes live and nobody can say no to it.",
      "If the leak is traced, {he} {is} the one who goes to prison.",
      "If {he} pull{s} the plug, forty thousand people lose the last voice they have of someone.",
    ],
    secrets: [
      "Left a door open in the code and uses it.",
      "Has watched a stranger's camera for a year, out of loneliness.",
      "Sold the company before the partners knew it was for sale.",
    ],
    voices: [
      "Types faster than {he} talk{s} and apologise{s} for both",
      "Answers questions literally and jokes a beat too late",
      "Explains people as if they were faulty equipment",
    ],
    wardrobe: [
      "a hooded top from a company that no longer exists",
      "black jeans and headphones round the neck",
      "a good blazer over a slogan T-shirt",
    ],
    marks: ["the blue pallor of a screen", "bitten nails"],
    roots: [
      "{He} grew up in the back room of a repair shop, among things that almost worked.",
      "{He} left university for a company that lasted eleven weeks.",
      "{He} taught {himself} everything at night, on a borrowed machine.",
    ],
    errands: [
      "Types without looking up as the room empties.",
      "Carries a server the way others carry a baby.",
      "Films everything and sees nothing.",
    ],
  },
  {
    name: "money",
    jobs: "accountant 24-68, bank teller 20-64, tax inspector 27-66, insurance investigator 28-66, estate agent 22-66, hedge-fund manager 30-60, factory heir 20-60, property developer 32-72, debt counsellor 26-66, stockbroker 23-60, secretary 20-68, office cleaner 18-70",
    words:
      "money bank office corporate company business finance wall-street wealthy rich boardroom inheritance",
    wants: [
      "to find the million that the books say was never there",
      "to lose a fortune that was made the wrong way",
      "to be made partner before the fraud comes out",
      "to prove that the fire was worth more than the factory",
    ],
    dark: [
      "to buy the town and bill it for the privilege",
      "to let the bank fail and be standing on the right side of it",
    ],
    stakes: [
      "If {he} sign{s}, two thousand pensions are gone.",
      "If {he} do{es} not, {he} lose{s} the house, the name and very likely the marriage.",
      "If the auditors come a day early, it is over.",
    ],
    secrets: [
      "Has been moving small sums for nine years.",
      "Is not the heir, and has the papers that prove it.",
      "Caused the accident that the insurance paid for.",
    ],
    voices: [
      "Speaks as if every word were deductible",
      "Is charming until the numbers come out, and exact after that",
      "Never says no; says not this quarter",
    ],
    wardrobe: [
      "a grey suit that has been let out twice",
      "a silk scarf and a very quiet watch",
      "a blazer, a lanyard and running shoes for the train",
    ],
    marks: ["a signet ring turned inwards", "a careful parting"],
    roots: [
      "{He} learned sums from unpaid bills.",
      "{He} married into the firm and {has} been apologising for it ever since.",
      "{He} {was} the clever one, and the village paid for the books.",
    ],
    errands: [
      "Waits for the lift and lets two go by.",
      "Empties a bin and reads what was in it.",
      "Counts banknotes with the eyes of someone counting days.",
    ],
  },
];
