/** Where scenes play and who is found there. `jobs` are titles of the fields' tables, or plain ones of their own with ages as there. */
export interface Setting {
  readonly words: string;
  readonly jobs: string;
}

export const SETTINGS: readonly Setting[] = [
  {
    words: "market bazaar souk stalls stall fair square",
    jobs: "fishmonger, fruit seller, butcher, flower seller, spice merchant, market porter, cloth merchant, umbrella seller, street musician, pickpocket, street sweeper, bookseller",
  },
  {
    words: "hospital ward clinic emergency surgery",
    jobs: "night nurse, nurse, surgeon, paramedic, hospital porter, pharmacist, physiotherapist, hospital chaplain, office cleaner",
  },
  {
    words: "police precinct interrogation crime-scene",
    jobs: "detective, patrol officer, forensic technician, police dispatcher, police chief, public defender, local reporter",
  },
  {
    words: "court courtroom trial",
    jobs: "judge, prosecutor, public defender, court clerk, court interpreter, bailiff, juror, local reporter",
  },
  {
    words: "newspaper newsroom press-conference",
    jobs: "journalist, night editor, local reporter, obituary writer, fact checker, press officer, newspaper vendor",
  },
  {
    words: "diner restaurant café cafe bar pub kitchen bistro tavern",
    jobs: "line cook, dishwasher, waiter, bartender, diner owner, pastry chef, barista, jazz pianist, night bus driver, long-haul trucker",
  },
  {
    words: "harbour harbor port dock docks quay ship boat ferry pier",
    jobs: "deckhand, dock worker, ferry captain, net mender, harbour master, coastguard officer, fishmonger, customs officer",
  },
  {
    words: "farm village field vineyard harvest countryside",
    jobs: "dairy farmer, shepherd, farmhand, beekeeper, seasonal fruit picker, vet, tractor mechanic, parish priest, postal worker",
  },
  {
    words: "school classroom university campus library",
    jobs: "teacher, school caretaker, librarian, substitute teacher, school bus driver, pupil, high-school student, student",
  },
  {
    words: "theatre theater opera concert backstage film-set circus",
    jobs: "actor, prompter, opera singer, street musician, stunt performer, sound engineer, trapeze artist, puppeteer",
  },
  {
    words: "hotel lobby mansion manor",
    jobs: "night porter, concierge, chambermaid, hotel manager, housekeeper, lift attendant, chauffeur, bartender, butler",
  },
  {
    words: "station train airport platform bus",
    jobs: "train conductor, station master, flight attendant, taxi driver, security guard, newspaper vendor, street sweeper, tour guide",
  },
  {
    words: "bank office boardroom stock-exchange",
    jobs: "bank teller, accountant, secretary, security guard, stockbroker, office cleaner, tax inspector",
  },
  {
    words: "church funeral wedding cemetery graveyard monastery",
    jobs: "parish priest, church organist, gravedigger, choir director, funeral director, flower seller, wedding photographer",
  },
  {
    words: "prison jail",
    jobs: "prison warden, security guard, safecracker, forger, con artist, enforcer, hospital chaplain, legal secretary",
  },
  {
    words: "casino nightclub club gambling",
    jobs: "card sharp, bookmaker, bartender, nightclub singer, security guard, enforcer, jazz pianist, waiter",
  },
  {
    words: "factory mine construction building-site plant",
    jobs: "bricklayer, crane operator, welder, site foreman, factory worker, coal miner, electrician, union leader",
  },
  {
    words: "battlefield trench camp barracks front army war",
    jobs: "private soldier, army medic, radio operator, army chaplain, quartermaster, military translator, resistance courier",
  },
  {
    words: "street neighbourhood neighborhood apartment block alley",
    jobs: "postal worker, street sweeper, corner-shop owner, hairdresser, taxi driver, newspaper vendor, bicycle courier, street musician",
  },
  {
    words: "gym stadium boxing match race",
    jobs: "boxer, boxing trainer, gym owner, referee, football coach, bookmaker, wedding photographer",
  },
  {
    words: "palace parliament embassy election rally protest",
    jobs: "speech writer, civil servant, press officer, activist, cabinet minister, security guard, journalist, diplomat's driver",
  },
  {
    words: "laboratory lab museum observatory",
    jobs: "chemist, lab technician, museum curator, geneticist, archaeologist, security guard, graduate student",
  },
];
