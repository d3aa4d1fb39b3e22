import type { Field } from "./field.ts";

export const COAST_FIELDS: readonly Field[] = [
  {
    name: "sea",
    jobs: "deckhand 16-60, trawler skipper 28-70, harbour pilot 32-66, ferry captain 30-66, dock worker 18-64, lighthouse keeper 28-75, boat builder 20-74, salvage diver 22-56, net mender 16-80, harbour master 36-68, coastguard officer 22-60, ship's cook 20-66, marine engineer 24-64",
    words:
      "sea ship boat boats harbour harbor port dock docks quay fishing coast island sailor sailors fisherman fishermen ocean",
    wants: [
      "to keep the last boat of the fleet out of the bank's hands",
      "to find out why the night ferry sailed without its lights",
      "to bring a drowned brother home for burial",
      "to leave the harbour for good before winter",
    ],
    dark: [
      "to own every berth in the harbour before the new port is announced",
      "to make sure the wreck stays on the sea floor",
    ],
    stakes: [
      "If {he} fail{s}, the boats are sold and the town goes with them.",
      "If {he} {is} wrong about the weather, eleven people drown.",
      "If the truth about the sinking stays under water, the wrong family pays for it.",
    ],
    secrets: [
      "Signed off a hull that was never inspected.",
      "Saw who was at the wheel that night and told nobody.",
      "Has been paid for years to look away when one boat unloads.",
    ],
    voices: [
      "Talks as if over an engine, short and loud, then falls silent for a long time",
      "Answers every question with the weather first",
      "Uses the names of winds and knots where others would swear",
    ],
    wardrobe: [
      "an oilskin patched at both elbows",
      "a navy jumper stiff with salt",
      "rubber boots and a cap from a boat that no longer sails",
    ],
    marks: ["rope burns across both palms", "a face the wind has been at for years"],
    roots: [
      "{He} went to sea at sixteen because the boat needed a pair of hands and the house did not.",
      "{He} grew up above the chandler's shop and could splice rope before {he} could read.",
      "{He} learned the coast from a grandfather who never used a chart.",
    ],
    errands: [
      "Mends a net on the quay and counts who comes and who goes.",
      "Coils the same rope twice to hear the end of a conversation.",
      "Hoses down the deck and keeps out of everybody's way.",
    ],
  },
  {
    name: "land",
    jobs: "dairy farmer 22-78, shepherd 18-80, farmhand 16-64, vet 28-68, beekeeper 20-82, vineyard manager 28-72, forester 22-66, gamekeeper 24-70, horse trainer 22-70, tractor mechanic 18-66, orchard owner 30-80, seasonal fruit picker 16-60, gardener 18-80",
    words:
      "farm farms village countryside rural field fields barn ranch vineyard orchard forest woods harvest valley",
    wants: [
      "to bring in one more harvest before the land is sold",
      "to prove that the factory upstream poisoned the well",
      "to hand the farm to the one child who does not want it",
      "to keep the dam from being built",
    ],
    dark: ["to buy up the valley one bad harvest at a time", "to keep the village dependent on one well"],
    stakes: [
      "If {he} fail{s}, four generations of work go under the hammer in one morning.",
      "If the rain does not come, there is nothing left to argue about.",
      "If nobody believes {him}, the herd is only the first to die.",
    ],
    secrets: [
      "Moved the boundary stones one night and let a neighbour take the blame.",
      "Buried something in the top field that was not an animal.",
      "Sold the water rights two years ago and told nobody at home.",
    ],
    voices: [
      "Speaks slowly and stops when there is nothing useful left to say",
      "Talks to animals in full sentences and to people in half ones",
      "Measures time in seasons and insults in acres",
    ],
    wardrobe: [
      "a waxed jacket with baling twine in the pocket",
      "boots that have never been indoors",
      "a wool cap pulled low in all weathers",
    ],
    marks: ["soil worked into the lines of the hands", "a limp from a bad fall in a good year"],
    roots: [
      "{He} left for the city at nineteen and came back for a funeral that never quite ended.",
      "{He} inherited the land, the debt and the quarrel with the next farm all on the same day.",
      "{He} came as a seasonal worker and stayed when everyone else moved on.",
    ],
    errands: [
      "Leads a reluctant horse across the yard.",
      "Stacks crates and stops whenever a strange car goes by.",
      "Leans on a gate with the patience of someone paid by the day.",
    ],
  },
  {
    name: "kitchen",
    jobs: "line cook 18-55, pastry chef 22-62, head chef 30-64, dishwasher 16-66, waiter 17-66, bartender 20-60, diner owner 32-76, baker 20-72, sommelier 26-66, food-truck owner 24-60, barista 17-45, restaurant critic 30-70",
    words: "kitchen restaurant diner cafe café bar pub bakery cook food chef waiter waitress coffee bistro",
    wants: [
      "to win back the restaurant that carries another family's name",
      "to cook one dinner that makes an old enemy cry",
      "to find out who put the wrong bottle on table nine",
      "to keep the place open until the lease runs out",
    ],
    dark: [
      "to take the recipe, the staff and then the building",
      "to see the rival's kitchen closed by Friday",
    ],
    stakes: [
      "If {he} fail{s}, thirty people lose their wages and {he} lose{s} the only room where {he} {is} anyone.",
      "If the critic leaves before dessert, the bank calls in the loan.",
      "If the poisoned guest dies, there will be no second service.",
    ],
    secrets: [
      "Stole the signature dish from a friend who died before it was famous.",
      "Has not been able to taste anything for a year.",
      "Keeps a second set of books behind the flour.",
    ],
    voices: [
      "Gives orders in three words and apologies in one",
      "Calls everybody chef, including the landlord and the police",
      "Talks fast, low and sideways, as if a door were about to swing open",
    ],
    wardrobe: [
      "a stained white jacket with the sleeves cut short",
      "a long apron folded double at the waist",
      "clogs and a striped shirt buttoned to the neck",
    ],
    marks: ["old burns up both forearms", "a cloth always over one shoulder"],
    roots: [
      "{He} started at the sink and learned every station by covering for someone who had not turned up.",
      "{He} grew up asleep on flour sacks while {his} mother worked nights.",
      "{He} left law school for a summer job and never went back.",
    ],
    errands: [
      "Polishes the same glass until the argument is over.",
      "Carries four plates and hears everything.",
      "Smokes by the bins and looks up at the one lit window.",
    ],
  },
];
