import type { Field } from "./field.ts";

export const TRADE_FIELDS: readonly Field[] = [
  {
    name: "market",
    jobs: "fishmonger 18-76, fruit seller 14-82, butcher 18-74, flower seller 14-84, spice merchant 24-80, pawnbroker 28-78, bookseller 20-80, antiques dealer 28-82, market porter 16-60, shop assistant 16-62, corner-shop owner 24-78, cloth merchant 26-78, auctioneer 28-74, umbrella seller 14-80",
    words:
      "market bazaar stall stalls shop shops store trader traders merchant merchants seller sellers vendor vendors mall",
    wants: [
      "to keep the family's stall when the square is sold to a developer",
      "to get back a ring that was pawned by mistake",
      "to find the owner of the letter hidden in a second-hand coat",
      "to pay off a loan that grows faster than the takings",
    ],
    dark: [
      "to collect a debt from every stall in the row",
      "to burn the market down and be thanked for rebuilding it",
    ],
    stakes: [
      "If {he} fail{s}, the shutters stay down and forty families have nowhere to sell.",
      "If the debt is not paid by Sunday, the collectors come to the house.",
      "If the buyer learns what the thing is really worth, so will everyone else.",
    ],
    secrets: [
      "Has been selling stolen goods for a cousin since the spring.",
      "Knows what is under the floor of the third stall.",
      "Let someone else go to prison over a set of false scales.",
    ],
    voices: [
      "Never names a price first and never stops talking after it",
      "Flatters, sighs, haggles and only then says what is meant",
      "Calls out everything, even condolences, as if to the far end of the square",
    ],
    wardrobe: [
      "fingerless gloves and a money belt",
      "an apron with deep pockets over a good shirt",
      "three layers of cardigan and a bright scarf",
    ],
    marks: ["a pencil behind one ear", "fingers stained by the day's wares"],
    roots: [
      "{He} learned to count on other people's change.",
      "{He} took over the pitch at fifteen, the week {his} father could not get up.",
      "{He} arrived in {city} with one suitcase of stock and sold the suitcase too.",
    ],
    errands: [
      "Calls out the price of the last crate and watches every face that passes.",
      "Wraps a parcel much too slowly, listening.",
      "Argues about a coin that is on the ground between them.",
    ],
  },
  {
    name: "craft",
    jobs: "tailor 20-82, clockmaker 26-84, carpenter 18-74, violin maker 26-84, blacksmith 20-72, shoemaker 20-80, potter 20-80, printer 20-72, locksmith 20-74, seamstress 16-82, bookbinder 22-80, piano tuner 24-80, taxidermist 24-74",
    words: "craft workshop tailor sewing clock clocks wood leather artisan artisans restoration repair",
    wants: [
      "to finish the one piece the old master left undone",
      "to find the twin of a clock that stopped on the day of a murder",
      "to keep a dying trade alive for one more apprentice",
      "to repair what was broken before its owner finds out",
    ],
    dark: [
      "to pass off a forgery that is better than the original",
      "to ruin the only rival who knows how the work was done",
    ],
    stakes: [
      "If {he} fail{s}, the workshop closes and the craft dies with it.",
      "If the forgery is found out, an innocent apprentice hangs for it.",
      "If the piece is not ready by the wedding, there will be no wedding.",
    ],
    secrets: [
      "Made the copy that hangs where the original should be.",
      "Signed another maker's work and was praised for it.",
      "Keeps a key to every lock in the street.",
    ],
    voices: [
      "Talks with the hands first and lets the words catch up",
      "Corrects small things and lets the large ones pass",
      "Whispers numbers under the breath while others are speaking",
    ],
    wardrobe: [
      "a leather apron dark with use",
      "a waistcoat full of pins and chalk",
      "rolled sleeves and magnifying spectacles pushed up on the forehead",
    ],
    marks: ["a missing fingertip", "ink and glue under the nails"],
    roots: [
      "{He} was bound apprentice at fourteen to a master who never once said well done.",
      "{He} took up the trade in a hospital bed, to have something to do with {his} hands.",
      "{He} learned it from books, in secret, after the workshop refused {him}.",
    ],
    errands: [
      "Carries an unfinished chair across the street and sits on it to rest.",
      "Measures a doorway that nobody asked to have measured.",
      "Blows dust off a bench and looks straight through the visitors.",
    ],
  },
  {
    name: "building",
    jobs: "bricklayer 18-64, crane operator 22-62, architect 28-74, electrician 20-66, plumber 20-66, site foreman 30-66, roofer 18-58, coal miner 18-58, demolition expert 26-64, welder 18-64, surveyor 24-66, factory worker 18-64",
    words: "building construction site factory mine miners mill plant workers crane scaffold union strike",
    wants: [
      "to stop the tower before the first family moves in",
      "to get three men out from under the collapsed shaft",
      "to win one strike in a town that has only ever lost them",
      "to build a house with {his} own hands and live in it",
    ],
    dark: ["to pour the concrete before the inspectors arrive", "to break the strike without leaving a mark"],
    stakes: [
      "If {he} keep{s} quiet, the building will fall with people in it.",
      "If {he} fail{s}, the night shift stays underground.",
      "If the union loses this one, the plant closes and takes the street with it.",
    ],
    secrets: [
      "Signed the safety report without climbing the stairs.",
      "Crossed a picket line twenty years ago under another name.",
      "Knows what is buried in the foundations of the bank.",
    ],
    voices: [
      "Jokes first, so that the serious part can be taken back",
      "Shouts out of habit and is startled by quiet rooms",
      "Explains everything with whatever is on the table, salt cellars included",
    ],
    wardrobe: [
      "a high-visibility vest faded almost white",
      "a donkey jacket with a union badge",
      "steel-capped boots and a borrowed tie",
    ],
    marks: ["dust that no bath gets out", "a cough that comes at the end of long sentences"],
    roots: [
      "{He} followed {his} father onto the site and outlived him there.",
      "{He} put {himself} through evening classes and still count{s} bricks without meaning to.",
      "{He} came to {city} for one job and has been finishing it ever since.",
    ],
    errands: [
      "Eats lunch on a girder as if it were a park bench.",
      "Waves a lorry backwards and forgets to stop waving.",
      "Hammers steadily until someone important needs quiet.",
    ],
  },
];
