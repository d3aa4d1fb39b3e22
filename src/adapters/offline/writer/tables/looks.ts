/** Noun phrases for what is seen. Hair comes by age. */
export const BUILDS =
  "tall and narrow-shouldered; short and sturdy; long-limbed and a little stooped; broad and slow-moving; slight and quick; wiry; heavyset and light on the feet; lean and upright; round-faced and solid; small and very straight-backed; big-boned and gentle; thin to the point of worry; square and unhurried; loose-jointed and restless; compact and neat".split(
    "; ",
  );

export const HAIR = {
  child: [
    "hair cut at the kitchen table",
    "a fringe that falls in the eyes",
    "hair that will not lie flat",
    "two tight braids",
    "a shaved head growing out",
  ],
  adult: [
    "close-cropped hair",
    "thick dark hair tied back without a mirror",
    "curls that have won every argument",
    "a severe parting",
    "hair dyed a colour that never grew",
    "a single long braid",
    "hair always wet from the rain or the sink",
    "a neat knot held by a pencil",
    "a shaved head",
    "a fringe cut by a friend",
    "twists tied up in a scarf",
    "hair slicked back for someone else's party",
  ],
  grey: [
    "hair greying at the temples",
    "iron-grey hair cut short",
    "a white streak that came overnight",
    "salt-and-pepper curls",
    "thinning hair combed with great care",
  ],
  white: [
    "fine white hair",
    "a white braid pinned up like a crown",
    "a bald head freckled by sun",
    "silver hair, still thick",
    "white hair under a hat that stays on",
  ],
} as const;

export const FACES =
  "tired eyes; a crooked smile; a face that gives nothing away; very pale eyes; teeth that overlap a little; deep lines round the mouth; eyebrows that do most of the talking; a chin held a little too high; freckles across the nose; heavy eyelids; a watchful mouth; cheeks that flush easily; dark, amused eyes; a long, serious face; ears that stand out; dimples that arrive late; a straight stare; soft features and a hard look".split(
    "; ",
  );

export const SIGNATURES =
  "Turns a brass lighter over and over and never lights it; Wears a wristwatch that has stopped at ten past four; Peels oranges in one long strip; Taps twice on every door frame; Writes lists on the back of the hand; Carries a key that fits nothing any more; Folds paper into small boats; Always sits facing the door; Hums three bars of the same tune; Keeps a photograph face down on the desk; Saves the last bite of everything; Ties and unties the same piece of string; Wears one glove; Says goodnight to the dog before anyone else; Cuts articles out of newspapers and never says why; Pockets a stone from every place worth remembering; Never finishes a cup of tea; Wears a dead man's coat; Rubs a coin with one thumb; Whistles when lying; Polishes spectacles to win time; Breaks matches into four; Walks on the outside of the pavement; Checks the locks three times; Sleeps with the radio on; Keeps every ticket; Draws small houses on every napkin; Calls all strangers by the same first name; Winds a clock that belongs to somebody else; Carries a book with the last page torn out".split(
    "; ",
  );

/** Sentences for extras. */
export const CROWD_VOICES = [
  "Has one line and means it",
  "Mutters, then looks round to see who heard",
  "Greets everybody, whether they know each other or not",
  "Speaks only with the eyebrows",
  "Complains steadily and without malice",
  "Calls out half a sentence and loses the rest in the noise",
] as const;

export const MARKS =
  "a burn scar on one wrist; a chipped front tooth; a thin scar along the jaw; ink on two fingers; a slight limp; a ring worn on a chain; one eyelid that droops when tired; very large hands; bitten nails; an old tattoo half covered by a sleeve; a birthmark on the neck; spectacles held together with tape; a broken nose that healed well; a wedding ring on the wrong hand".split(
    "; ",
  );

/** What any extra may be seen doing. */
export const ERRANDS =
  "Drops a coin and lets it roll; Reads yesterday's newspaper as if it were news; Argues with a parking meter; Feeds the birds and scolds the largest; Holds a door for someone who is still a long way off; Looks at the sky, then at the time, then at the sky; Carries a lamp across the street without its shade; Asks everyone for a light and nobody for a name; Eats standing up, looking the other way; Waves at a window where there is nobody; Counts the steps aloud; Stops in the middle of the crowd to read a letter".split(
    "; ",
  );
