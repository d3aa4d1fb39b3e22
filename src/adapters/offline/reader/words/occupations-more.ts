import { wordSet } from "./word-set.ts";

/** Trades and stations in life beside those one thinks of first. */
export const MORE_OCCUPATIONS = wordSet(`
airman airwoman oligarch seller epidemiologist doc journo ai chaplain quartermaster taster bizwoman medic archivist editor-in-chief commander-in-chief barkeep postie chippy trucker apprentice barrister beautician bellhop bellboy binman cabby caddie cantor carny charwoman cheesemonger childminder chimney-sweep
choirboy choirmaster commando compere copywriter cosmonaut cosmetologist crofter deacon deckhand detectorist dishwasher dog-walker dominatrix doula
drover exorcist exterminator fishmonger fishwife fisherwoman flautist freedom-fighter friar gamer geisha gigolo gondolier greengrocer groom groundsman
gunman gunsmith harpist harpooner headhunter headteacher hitchhiker hotelier huntress hygienist impresario ironmonger jester lamplighter
landowner lawman legionnaire lexicographer life-coach lyricist magnate mailwoman make-up-artist manicurist matron midshipman milkmaid milliner
minstrel mountie muralist naturalist necromancer ninja notary nursemaid oilman ombudsman ophthalmologist ornithologist orthodontist osteopath
pallbearer papergirl paratrooper peddler pedlar phlebotomist planter plasterer podiatrist pollster prioress privateer prospector
ratcatcher rapper reservist roughneck saboteur saddler schoolboy schoolgirl schoolteacher schoolmaster schoolmistress scribe seer sexton shipbuilder
shipwright shogun showman signalman singer-songwriter skipper slave songwriter sous-chef stablehand stableboy stationmaster stowaway submariner sushi-chef
swineherd swordfighter taxman telegraphist telephonist tinker toastmaster toxicologist treasure-hunter vagrant viceroy vlogger warlock washerwoman
weightlifter whaler wheelwright witchdoctor woodsman wrangler yachtsman yogi freeloader nightwatchman caregiver carer cobbler crossing-guard
docker fireman-in-training foot-soldier handler hacktivist hostler instagrammer tiktoker librarian-in-training lorryman margrave
mechanic-in-training med-student newsagent newscaster newspaperman newspaperwoman oarsman paperhanger parole-officer paperboy personal-trainer
photojournalist piano-tuner tuner picker playboy policeman postwoman postmistress postmaster prison-guard probation-officer puppet-maker ragpicker
safecracker sailmaker scrap-dealer seamster sculptress sheep-farmer shoeshiner sommelier spymaster stand-up street-sweeper sweeper supermodel
survivalist switchboard-operator taxidermist tap-dancer temp thug tracker traveller undergraduate undergrad postgrad graduate freshman sophomore
dropout bureaucrat toddler-teacher usherette vaudevillian vendor vinedresser wardress weaver-woman webmaster wet-nurse woodcarver zealot
cop constable sergeant-major beat-cop traffic-cop rookie snitch fence fixer bagman enforcer capo consigliere made-man hitwoman cat-burglar jewel-thief
lifer inmate parolee bailiff barkeep publican landgirl land-girl stockman jackaroo shearer horsebreaker groomsman equerry footpad highwayman
baronet marquis marquess earl sultan emir pharaoh czar tsar tsarina dauphin regent chancellor premier diplomat attaché aide intern
novelist grandmaster gravedigger bartender skateboarder crane-operator skater restaurateur oncologist urologist cardiologist gynecologist gynaecologist anesthetist anaesthetist anesthesiologist audiologist dietitian dietician
virologist epidemiologist astrobiologist volcanologist seismologist glaciologist hydrologist oceanographer entomologist egyptologist`);

/** Two words that name a trade together, whose last word alone does not. */
export const MORE_COMPOUNDS = wordSet(`
night guard, dog walker, lollipop lady, tooth fairy, crossing guard, ranch hand, farm hand, stable hand, deck hand, stage hand, life coach, foot soldier,
child soldier, child star, ex con, ex cop, ex marine, ex soldier, ex boxer, street performer, street artist, street vendor, stand-up comic, stand up, call centre,
sous chef, wedding planner, party planner, event planner, image consultant, stay-at-home mother, stay-at-home father, stay at home, trust-fund kid, rich kid,
night nurse, school bully, school nurse, night porter, office worker, call center worker, warehouse worker, sanitation worker, steel worker, post office worker,
social media manager, trophy wife, housing officer, tour guide, treasure hunter, ghost hunter, vampire hunter, monster hunter, demon hunter, storm chaser, head chef,
line cook, bait shop owner, short-order cook, garbage man, trash collector, pool boy, cabin boy, ball boy, shop assistant, sales assistant, teaching assistant, personal assistant,
dental assistant, lab assistant, legal assistant, lab technician, lab tech, sound tech, it guy, tech support, repo man, dry cleaner, fight promoter`);

/** Whether a word ends as trades do that are put together from a thing and what is done with it ("dishwasher", "clockmaker"). */
export function isMadeTrade(word: string): boolean {
  return /.{2}-?(?:maker|keeper|driver|smith|seller|dealer|cleaner|hunter|breaker|worker|fighter|dancer|player|tuner|grower|catcher|cutter|monger|wright|mistress|ologist|grapher)$/.test(
    word,
  );
}
