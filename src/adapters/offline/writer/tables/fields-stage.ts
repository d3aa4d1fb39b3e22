import type { Field } from "./field.ts";

export const STAGE_FIELDS: readonly Field[] = [
  {
    name: "stage",
    jobs: "jazz pianist 20-80, opera singer 24-70, stunt performer 20-52, ballet dancer 16-40, stand-up comedian 20-70, theatre director 28-74, street musician 16-76, actor 18-82, prompter 22-78, puppeteer 22-76, trapeze artist 16-46, ventriloquist 24-78, nightclub singer 20-66, wardrobe mistress 28-76 f",
    words:
      "theatre theater stage music musician musicians band concert opera circus dance dancer dancers singer club film actor actors",
    wants: [
      "to play one last concert in the hall where the first one failed",
      "to find the person who sends the same song to the radio every night",
      "to keep the company together until opening night",
      "to be seen once without the mask",
    ],
    dark: ["to take the leading part by removing whoever has it", "to own the song that someone else wrote"],
    stakes: [
      "If {he} fail{s}, the theatre becomes a car park and the company goes its separate ways.",
      "If {he} miss{es} the cue, somebody is hurt.",
      "If the audience learns who wrote it, {he} {has} nothing of {his} own left.",
    ],
    secrets: [
      "Needs something to get through the evening, and what helps is running out.",
      "Was the one who cut the rope, and called it an accident.",
      "Has never written a line of the work that made the name.",
    ],
    voices: [
      "Projects to the back row, even in lifts",
      "Slips into other people's voices when nervous",
      "Talks in rhythm and taps it out on tables",
    ],
    wardrobe: [
      "a velvet jacket that has seen better encores",
      "rehearsal clothes under a fur of doubtful origin",
      "a stage costume with a raincoat over it",
    ],
    marks: ["traces of make-up at the hairline", "calloused fingertips"],
    roots: [
      "{He} {was} carried onto a stage at four days old and {has} been trying to leave it properly since.",
      "{He} ran away with a touring company and told {his} parents by postcard.",
      "{He} had one great success at twenty-two and {has} been introduced by it ever since.",
    ],
    errands: [
      "Plays the same eight bars until somebody pays for the ninth.",
      "Stretches against a wall, one ear on the gossip.",
      "Practises a bow in a dark shop window.",
    ],
  },
  {
    name: "art",
    jobs: "portrait painter 22-84, crime novelist 28-80, poet 18-86, art restorer 25-74, tattoo artist 20-62, screenwriter 23-72, gallery owner 30-74, fashion designer 24-70, comic-book artist 20-66, translator 24-80, ghostwriter 26-72, wedding photographer 22-64",
    words:
      "art artist artists painter gallery writer writers novelist poet fashion photography painting book",
    wants: [
      "to finish the one work that a dead friend left undone",
      "to be named on the cover for once",
      "to learn who is under the second layer of paint",
      "to write an ending that the real people will forgive",
    ],
    dark: [
      "to make the masterpiece out of other people's misery",
      "to own the painter by owning the paintings",
    ],
    stakes: [
      "If {he} fail{s}, the picture is sold and the face in it is lost for good.",
      "If the book comes out, the family never speaks again.",
      "If {he} tell{s} the truth about the painting, {he} lose{s} the man who gave it to {him}.",
    ],
    secrets: [
      "Painted over a better picture.",
      "Wrote the famous novel that carries a friend's name.",
      "Uses a dead woman's letters as love poems.",
    ],
    voices: [
      "Describes people to their faces, colour first",
      "Quotes, then admits that the quotation is invented",
      "Stops in the middle of a sentence to find the better word",
    ],
    wardrobe: [
      "a painter's smock over silk",
      "everything black and one yellow scarf",
      "a borrowed overcoat and paint-spotted shoes",
    ],
    marks: ["paint in the creases of the knuckles", "a long stare that people take for rudeness"],
    roots: [
      "{He} drew on the walls of every flat the family had to leave.",
      "{He} {was} discovered at nineteen and forgotten by thirty.",
      "{He} learned to write by answering other people's letters for money.",
    ],
    errands: [
      "Sketches the crowd and leaves one face out.",
      "Sits alone with a notebook and no pen.",
      "Hangs a picture straight, then a little less straight.",
    ],
  },
  {
    name: "sport",
    jobs: "boxer 18-42, boxing trainer 40-76, marathon runner 20-56, football coach 30-68, chess champion 14-70, jockey 18-48, racing mechanic 20-60, swimming coach 26-66, mountain guide 24-62, retired goalkeeper 38-70, referee 26-58, gym owner 28-66",
    words:
      "sport sports boxing boxer football soccer race racing coach gym athlete athletes match team champion",
    wants: [
      "to fight once more for the right reason",
      "to lose a match that everybody has been paid to see won",
      "to get a team of no-hopers to the last day of the season",
      "to reach the summit where a brother was left behind",
    ],
    dark: ["to fix the final and bet the club on it", "to make a champion and throw away the rest"],
    stakes: [
      "If {he} fail{s}, the club folds and the boys are back on the street.",
      "If {he} take{s} one more blow to the head, it is the last.",
      "If the weather turns, there is not enough rope for everyone.",
    ],
    secrets: [
      "Took the money and then, by accident, won.",
      "Has a scan in a drawer that would end the career.",
      "Cut the rope on the mountain.",
    ],
    voices: [
      "Talks in rounds, with breaks",
      "Shouts encouragement and mumbles affection",
      "Counts under the breath when angry",
    ],
    wardrobe: [
      "a tracksuit older than most of the team",
      "a club jacket with somebody else's number",
      "taped hands and a long coat",
    ],
    marks: ["a nose broken more than once", "knees that announce the rain"],
    roots: [
      "{He} found the gym by following the noise, the year home became too quiet.",
      "{He} had one great season, and a street in {city} still talks about it.",
      "{He} trained before school, after school and instead of school.",
    ],
    errands: [
      "Skips rope in a corner and never breaks the rhythm.",
      "Sells scarves to the losing side.",
      "Mops the ring.",
    ],
  },
  {
    name: "transport",
    jobs: "taxi driver 22-74, night bus driver 26-66, train conductor 22-66, long-haul trucker 24-68, air-traffic controller 26-58, flight attendant 21-60, bicycle courier 16-42, motorcycle mechanic 18-66, toll collector 22-68, station master 34-68, bush pilot 24-66, chauffeur 25-72",
    words:
      "train trains station airport plane flight taxi road truck bus railway highway driver drivers journey travel",
    wants: [
      "to bring a passenger across the border before morning",
      "to find the owner of a suitcase that ticks",
      "to drive one last night without being told where",
      "to reach a wedding on the far side of the country, uninvited",
    ],
    dark: ["to make sure one passenger never arrives", "to move the cargo and forget the people in it"],
    stakes: [
      "If {he} fail{s}, the train leaves with the child on it.",
      "If {he} stop{s}, they are caught; if {he} do{es} not, they run out of road.",
      "If the tower stays silent, two planes share one runway.",
    ],
    secrets: [
      "Hit something on the road that night and drove on.",
      "Carries letters for people who do not exist on paper.",
      "Has not slept properly since the crash.",
    ],
    voices: [
      "Talks into the mirror and never turns round",
      "Announces everything, including feelings, in order of stops",
      "Tells strangers what friends are never told",
    ],
    wardrobe: [
      "a quilted driver's waistcoat",
      "a uniform cap worn a little too far back",
      "a leather jacket cracked at the elbows",
    ],
    marks: ["one sunburnt forearm", "eyes narrowed by years of headlights"],
    roots: [
      "{He} was teaching mathematics before the borders moved; now {he} drive{s}.",
      "{He} learned the road from {his} mother, who never told anyone where it went.",
      "{He} {has} crossed the country four hundred times and {has} never seen it by day.",
    ],
    errands: [
      "Sleeps behind the wheel with the radio on.",
      "Punches tickets as if each were a small verdict.",
      "Waits with a sign that has a name misspelt on it.",
    ],
  },
  {
    name: "service",
    jobs: "hotel manager 30-68, night porter 22-74, housekeeper 24-74, hairdresser 18-72, concierge 26-72, nanny 18-66, butler 32-76, chambermaid 17-64 f, postal worker 20-64, street sweeper 18-72, undertaker 30-76, lift attendant 16-78, tour guide 20-72",
    words:
      "hotel mansion servant servants maid household neighbours neighborhood neighbourhood street apartment building salon tourist",
    wants: [
      "to find out who has been living in room twelve",
      "to leave service with the one thing that was promised",
      "to deliver a letter that is thirty years late",
      "to keep the family from learning what the old lady put in her will",
    ],
    dark: [
      "to be mistress of a house that was only ever cleaned",
      "to know every guest's secret and charge for the silence",
    ],
    stakes: [
      "If {he} fail{s}, the house is sold and everyone under its roof is on the street.",
      "If the guest in room twelve is found, so is the body in room nine.",
      "If the letter is delivered, a marriage is over; if it is not, a life is.",
    ],
    secrets: [
      "Reads the post before it goes upstairs.",
      "Is the child that the family gave away.",
      "Let somebody in that night and has said nothing since.",
    ],
    voices: [
      "Says very good in fourteen different ways",
      "Talks to the mirror and means the person behind",
      "Knows everything and says it only in questions",
    ],
    wardrobe: [
      "a uniform with a mended hem",
      "a black dress and a ring of keys",
      "a waistcoat with one button that does not match",
    ],
    marks: ["a habit of appearing without a sound", "cracked knuckles from hot water"],
    roots: [
      "{He} came to the house for a season and outlasted three generations of it.",
      "{He} {was} in service at fifteen and learned to read from the wastepaper.",
      "{He} gave up a place at the academy to send money home.",
    ],
    errands: [
      "Carries a tray past the door, twice.",
      "Sweeps towards the quarrel.",
      "Folds linen and sees nothing, professionally.",
    ],
  },
];
