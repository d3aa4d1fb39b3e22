import type { Field } from "./field.ts";

export const HELP_FIELDS: readonly Field[] = [
  {
    name: "medicine",
    jobs: "trauma surgeon 32-64, surgeon 32-66, night nurse 22-64, nurse 21-66, doctor 27-72, country doctor 32-76, paramedic 21-56, midwife 24-68, psychiatrist 32-74, pathologist 32-68, pharmacist 25-70, hospital porter 18-66, physiotherapist 24-62",
    words:
      "hospital clinic doctor doctors nurse nurses medical medicine ward surgeon patient patients ambulance",
    wants: [
      "to learn why three patients died on the same quiet night",
      "to keep the island's only clinic open",
      "to save one person that everyone else has given up on",
      "to practise again after a mistake that cost a licence",
    ],
    dark: [
      "to finish the trial, whatever it does to the volunteers",
      "to decide who in the ward is worth the bed",
    ],
    stakes: [
      "If {he} fail{s}, the clinic closes and the nearest hospital is a boat away.",
      "If the drug is what {he} think{s} it is, half the city has already taken it.",
      "If {he} operate{s} and {is} wrong, {he} will have killed the only witness.",
    ],
    secrets: [
      "Signed a death certificate without seeing the body.",
      "Takes the pills that are missing from the cabinet.",
      "Gave a dying man what he asked for.",
    ],
    voices: [
      "Talks in short instructions, as if somebody were bleeding",
      "Gives bad news first and stays for the questions",
      "Hums while thinking and stops dead when something is wrong",
    ],
    wardrobe: [
      "a white coat with a torn pocket",
      "green scrubs under an old overcoat",
      "flat shoes and a watch pinned upside down",
    ],
    marks: ["a faint smell of disinfectant", "the pallor of someone who works nights"],
    roots: [
      "{He} chose medicine after a winter in which nobody came in time.",
      "{He} trained in {city} and came home when {his} father fell ill.",
      "{He} passed every examination and nearly left after the first night on the ward.",
    ],
    errands: [
      "Pushes an empty wheelchair the length of the corridor.",
      "Draws a curtain round a bed and stands outside it.",
      "Sleeps upright in a plastic chair.",
    ],
  },
  {
    name: "care",
    jobs: "social worker 24-64, foster parent 32-68, funeral director 28-74, kindergarten teacher 22-64, hospice volunteer 20-80, marriage counsellor 32-72, firefighter 20-56, mountain rescuer 22-58, carer for the elderly 20-66, helpline operator 20-70, dog trainer 20-68",
    words: "care shelter charity funeral fire rescue orphanage home refugees community",
    wants: [
      "to find a home for a boy that nobody will take twice",
      "to give an unclaimed body a name and a grave",
      "to hear again from a caller who rang off in the middle of a sentence",
      "to keep the shelter open through one more winter",
    ],
    dark: ["to empty the home and sell the house", "to be needed by people who will never get well"],
    stakes: [
      "If {he} fail{s}, the boy goes back to the house he ran from.",
      "If nobody comes forward, the grave stays without a name.",
      "If {he} break{s} the rule this once, {he} can never ask anybody else to keep it.",
    ],
    secrets: [
      "Left one child behind in the fire.",
      "Answers the letters of a dead man so that his mother will not know.",
      "Was once on the other side of the desk and never said so.",
    ],
    voices: [
      "Speaks in a level voice that only cracks on the telephone",
      "Asks how people are and waits for the real answer",
      "Makes tea through every kind of news",
    ],
    wardrobe: [
      "a worn cardigan with a whistle on a string",
      "a sober black coat and polished shoes",
      "a fleece with the name of a charity on it",
    ],
    marks: ["smoke scars on one cheek", "laughter lines that sleep has not improved"],
    roots: [
      "{He} grew up in three different homes and remember{s} the smell of each hallway.",
      "{He} came to the work after {his} own family needed it.",
      "{He} meant to stay one summer, and that was before the flood.",
    ],
    errands: [
      "Hands out blankets and knows every name.",
      "Walks five dogs that all want different streets.",
      "Sits beside a stranger and says nothing, kindly.",
    ],
  },
  {
    name: "school",
    jobs: "maths teacher 24-66, headmistress 42-68 f, professor of history 38-76, librarian 24-72, school caretaker 28-70, substitute teacher 23-68, archivist 26-74, linguist 26-72, driving instructor 26-70, graduate student 22-34, teacher 23-66, school bus driver 28-70",
    words:
      "school teacher teachers class classroom university college campus professor student students library",
    wants: [
      "to find the pupil who stopped coming and whom nobody has reported",
      "to prove that a famous diary is a forgery",
      "to teach one class that they will remember",
      "to keep the library from being turned into flats",
    ],
    dark: ["to protect the school's name, whoever it costs", "to publish a dead student's work as new"],
    stakes: [
      "If {he} fail{s}, a child who trusted {him} will not trust anyone again.",
      "If the archive burns, so does the only proof.",
      "If {he} speak{s} up, there is no school in the country that will hire {him}.",
    ],
    secrets: [
      "Changed one grade, once, and changed a life.",
      "Never finished the degree that hangs on the wall.",
      "Knows who wrote the anonymous letters.",
    ],
    voices: [
      "Explains things twice, the second time with a story",
      "Marks other people's grammar with one raised eyebrow",
      "Has a classroom voice for crowds and none at all for strangers",
    ],
    wardrobe: [
      "a jacket with chalk on the sleeve",
      "a long scarf and a bag full of marking",
      "a cardigan buttoned one hole out",
    ],
    marks: ["chalk dust on the cuffs", "spectacles mended with tape"],
    roots: [
      "{He} went back to teach in the school where {he} had been most unhappy.",
      "{He} learned to read at nine and {has} not stopped since.",
      "{He} gave up a brilliant thesis to look after {his} mother.",
    ],
    errands: [
      "Counts children onto a bus and counts again.",
      "Re-shelves one book to be nearer to the whispering.",
      "Erases a blackboard that says something it should not.",
    ],
  },
  {
    name: "faith",
    jobs: "parish priest 30-78, hospital chaplain 30-72, church organist 20-80, faith healer 28-72, gravedigger 22-74, fortune teller 24-84, pastor 28-74, theology student 19-32, choir director 26-74, monastery cook 26-78",
    words: "church faith priest religious monastery convent temple mosque chapel cult preacher cathedral",
    wants: [
      "to keep a confession that could free a man",
      "to believe again before the new bishop arrives",
      "to find out who leaves flowers on an unmarked grave",
      "to bring the choir back to a village that no longer sings",
    ],
    dark: [
      "to lead them all out to the lake on the promised day",
      "to sell forgiveness to those who can afford it",
    ],
    stakes: [
      "If {he} keep{s} silent, an innocent man hangs; if {he} speak{s}, {he} break{s} the only vow {he} {has} left.",
      "If the miracle is a trick, the town has nothing.",
      "If the bell is sold, so is the church.",
    ],
    secrets: [
      "Stopped believing in the spring and preaches better for it.",
      "Broke one vow, years ago, and still pays for it every month.",
      "Moved the relic, and the miracles went on.",
    ],
    voices: [
      "Speaks in parables and is annoyed to be asked what they mean",
      "Forgives quickly and remembers everything",
      "Lowers the voice when certain and raises it in doubt",
    ],
    wardrobe: [
      "a black coat green with age",
      "a plain dress and a string of wooden beads",
      "a moth-eaten vestment and walking boots",
    ],
    marks: ["candle wax on the cuffs", "a very still way of standing"],
    roots: [
      "{He} made a promise in a hospital corridor and, against all expectation, had to keep it.",
      "{He} grew up in the house beside the graveyard and played there.",
      "{He} came to {city} for a week of silence and never left.",
    ],
    errands: [
      "Lights a candle, hesitates and lights another.",
      "Sweeps the steps while the mourners go by.",
      "Kneels in the last row, listening to the row in front.",
    ],
  },
];
