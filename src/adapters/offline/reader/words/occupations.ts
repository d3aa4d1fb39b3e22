import { isMadeTrade, isTradeOfSomebody, MORE_COMPOUNDS, MORE_OCCUPATIONS } from "./occupations-more.ts";
import { wordSet } from "./word-set.ts";

const OCCUPATIONS = wordSet(`
accountant acrobat activist actor actress agent ambassador analyst anthropologist apothecary archaeologist archer
architect archivist aristocrat artist assassin astronaut astronomer astrophysicist athlete attorney auctioneer auditor author
baker ballerina bandit banker barber bard barista barman barmaid baron baroness bartender bassist beekeeper biker biochemist
biologist bishop blacksmith blogger boatman bodyguard bookkeeper bookmaker bookseller botanist bouncer bounty-hunter boxer
brewer broker builder bureaucrat burglar busboy busker butcher butler cabbie cabdriver cameraman captain cardinal caretaker
carpenter cartographer cartoonist cashier caterer ceo cellist chauffeur cheerleader chef chemist chess-player chief
choreographer chiropractor clairvoyant cleaner clergyman clerk climber clown coach cobbler coder collector colonel columnist comedian
comedienne commander commissioner composer concierge conductor con-artist con-man conman constable contractor cook cop
coroner corporal correspondent councillor counsellor counselor countess courier courtesan cowboy craftsman criminologist
critic croupier curator custodian cyclist dancer dealer decorator dentist deputy dermatologist designer detective developer
dictator diplomat director diver dj doctor donor doorman drifter driver drummer dressmaker duchess duke
economist editor electrician emperor empress engineer engraver entrepreneur escort estate-agent executioner executive
explorer farmer farmhand ferryman filmmaker financier firefighter fireman fisherman fixer florist footballer footman
forager forester forger fortune-teller fugitive gambler gamekeeper gangster gardener general geneticist geologist
getaway-driver ghostwriter glassblower goalkeeper goldsmith golfer governess governor grave-digger gravedigger grifter grocer guard
guide guitarist gunslinger gymnast hacker hairdresser handyman headmaster headmistress healer herbalist herder hermit
historian hitman hitwoman homemaker horticulturist hostess housekeeper housewife hunter hustler hypnotist illusionist
illustrator imam influencer informant inmate innkeeper inspector instructor intern interpreter inventor investigator
investor jailer janitor jeweller jeweler jockey journalist judge juggler juror keeper king knight laborer labourer landlady landlord lawyer
lecturer librarian lieutenant lifeguard linguist lobbyist locksmith logger lorry-driver luthier machinist magician magistrate
maid mailman major manager maestro marine mariner marketer marksman marshal mason masseur masseuse mathematician matador
mayor mechanic medic medium mercenary merchant messenger meteorologist midwife miller millionaire billionaire miner
minister missionary mobster model monk mortician mountaineer musician nanny navigator negotiator neurologist neuroscientist
neurosurgeon newsreader novelist nun nurse nutritionist obstetrician officer oncologist operative operator optician oracle
orderly organist outlaw painter paleontologist paramedic paralegal park-ranger parson pastor pathologist patrolman pawnbroker
pediatrician performer perfumer pharmacist philanthropist philosopher photographer photojournalist physician physicist
physiotherapist pianist pickpocket pilgrim pilot pimp pirate pitcher plumber podcaster poet poker-player policeman
policewoman politician poacher pope porter postman potter preacher president priest priestess prime-minister prince princess principal
printer prisoner private-eye producer professor profiler programmer prosecutor prostitute psychiatrist psychic psychologist
psychotherapist publicist publisher puppeteer quarterback queen rabbi racer radiologist ranger rancher realtor
receptionist recruiter referee refugee repairman reporter researcher restaurateur retiree roboticist roofer ruler runaway
sailor saleswoman salesman salesperson samurai saxophonist scavenger scholar scientist scout screenwriter sculptor seaman
seamstress secretary senator sergeant servant sex-worker shaman shepherd sheriff shoemaker shopkeeper siren singer skater
skier sleuth smith smuggler sniper social-worker socialite sociologist soldier solicitor sorcerer sorceress soprano spiritualist spy
squire stagehand statesman statistician stenographer stevedore steward stewardess stockbroker stonemason storyteller
streamer stripper student stuntman stuntwoman superintendent surfer surgeon surveyor swimmer swindler swordsman tailor
tattooist tattoo-artist taxidermist taxi-driver teacher teller technician telemarketer tennis-player tenor thatcher
therapist thief toymaker trader tradesman trainer translator trapper treasurer trucker truck-driver trumpeter tutor tycoon
undertaker usher vagabond valet ventriloquist vet veteran veterinarian vicar vigilante violinist vintner viscount volunteer
waiter waitress warden warlord warrior watchmaker watchman weaver weatherman welder whistleblower widow widower winemaker witch wizard woodcutter
woodworker wrestler writer youtuber zookeeper zoologist crook criminal convict ex-con ex-convict ex-cop ex-soldier ex-marine ex-boxer
goatherd pi ceo cfo emt gp mp investigator bookie loan-shark mob-boss crime-boss drug-lord kingpin arsonist orphan heir heiress
scriptwriter playwright showgirl burlesque-dancer roadie groupie mortgage-broker cryptographer cryptologist codebreaker archduke
tour-guide trapeze-artist lion-tamer astrologer alchemist monarch clergywoman firewoman fisherwoman businesswoman businessman
businessperson congressman congresswoman councilman councilwoman craftswoman cowgirl cellarman draftsman foreman frontman
henchman lumberjack milkman middleman nobleman noblewoman policeperson rifleman seawoman serviceman tribesman henchwoman
freelancer bootlegger moonshiner gravekeeper groundskeeper lighthouse-keeper gatekeeper timekeeper shopgirl saleslady`);

/** Two words that name a trade together, whose last word alone does not. */
const COMPOUNDS = wordSet(`
private eye, con artist, con man, con woman, social worker, sex worker, taxi driver, bounty hunter, fortune teller, prime minister,
loan shark, mob boss, crime boss, drug lord, crime lord, factory worker, dock worker, construction worker, field worker, aid worker, care worker,
night owl dj, film student, law student, med student, high school student, flight attendant, parking attendant, stay-at-home mom,
stay-at-home dad, street kid, delivery boy, delivery girl, paper boy, bell boy, altar boy, call girl, cover girl,
vice president, head of security, chief of police, pop star, rock star, movie star, film star, opera star, porn star, serial killer, contract killer,
hit man, first lady, double agent, secret agent, estate agent, war hero, crime scene cleaner, cleaning lady, tea lady, dinner lady, lunch lady, leading man, leading lady, art student, exchange student, grad student, bike messenger, drug mule, tech bro, beauty queen, drag queen, party girl`);

/** -er, -or, -ist words that are things or judgements, not trades. */
const NOT_TRADES = wordSet(`
bachelor spinster lover hater loser winner believer dreamer thinker survivor sinner liar killer murderer monster stranger sister brother mother father
daughter character hunger anger number member matter water winter summer letter paper power order murder disaster thriller blockbuster
poster trailer filler keeper downer banger computer center corner finger flower tower river error mirror terror horror color colour
honor honour favor favour door floor minor major sponsor ancestor doctorate list twist mist fist wrist gist waist drinker smoker
outsider insider foreigner newcomer loner follower beginner teenager elder cancer cover other another partner neighbor neighbour
boxer-dog lighter suspect supporter ender opener spoiler teaser maker reminder barrier closer player starter stopper changer breaker
protector mentor rival rapist racist sexist narcissist optimist pessimist realist idealist perfectionist feminist communist nihilist
vampire older younger taller shorter smaller bigger stronger better darker lighter harder nicer richer poorer buster finisher sucker bummer`);

export function isKnownOccupation(phrase: string): boolean {
  const last = phrase.split(" ").at(-1) ?? "";
  return isTrade(last) || isTrade(phrase.replaceAll(" ", "-")) || isCompound(phrase);
}

/** The last two words are a trade by name ("private eye", "serial killer"). */
export function isCompoundOccupation(two: string): boolean {
  return isCompound(two) || isTrade(two.replace(" ", "-"));
}

const isTrade = (word: string): boolean => OCCUPATIONS.has(word) || MORE_OCCUPATIONS.has(word);
const isCompound = (phrase: string): boolean =>
  COMPOUNDS.has(phrase) || MORE_COMPOUNDS.has(phrase) || isTradeOfSomebody(phrase);

/** A word shaped like a trade. Good enough where a person is being introduced, not in open talk. */
export function looksLikeOccupation(word: string): boolean {
  if (NOT_TRADES.has(word)) return false;
  return (
    isTrade(word) ||
    isMadeTrade(word) ||
    /^ex-/.test(word) ||
    /.{3}(?:er|or|ist|ian|eer|ess|smith|man|woman|monger|wright|ologist)$/.test(word)
  );
}
