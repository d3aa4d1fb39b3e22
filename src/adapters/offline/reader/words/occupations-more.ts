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
exec planner dispatcher cabinetmaker knife-thrower fire-eater contortionist falconer farrier chandler glazier upholsterer tiler welder rigger registrar verger sacristan acolyte
soothsayer herald chamberlain vizier courtier lady-in-waiting handmaiden concubine gladiator centurion legionary tribune terraformer cryptozoologist
bottlemaker basketweaver beadle bellringer bell-ringer birdwatcher canoeist castaway cheerleader-in-chief chocolatier clairvoyant cobbler cooper cyclist debutante
deserter diva emissary evangelist fence fishwife gamemaster governess-in-chief haberdasher hangman hawker hypnotherapist janitress kidnapper laundress
lepidopterist loanshark lookout masseur-in-training milkboy mountebank muleteer newsboy nightclerk oboist outfielder percussionist phoneme-analyst pharmacist pharmacologist
polygrapher potboy quizmaster racketeer registrar ringmaster robber sculler sellsword shipping-clerk shoplifter sidesman sleepwalker spearfisher squatter stowaway
strongman switchman tearoom-owner telepath tinsmith trombonist truant upholstress varlet wetnurse whittler widowmaker yodeller zoologist bouncer baggage-handler
ghostwriter hitchhiker mountaineer superintendent understudy-in-chief vicar-general warden wrangler
bosun boatswain coastguard probationer schoolmarm manageress chairman chairwoman chairperson weighmaster harbourmaster harbormaster bargeman glass-blower consul ferrywoman
virologist epidemiologist astrobiologist volcanologist seismologist glaciologist hydrologist oceanographer entomologist egyptologist`);

/** Two words that name a trade together, whose last word alone does not. */
export const MORE_COMPOUNDS = wordSet(`
night guard, dog walker, stable boy, stable girl, stable lad, mother superior, mess boy, tea boy, office boy, errand boy, newspaper boy, flower girl, shop girl, coat check girl, hat check girl,
chorus girl, bar owner, shop owner, store owner, cafe owner, café owner, hotel owner, club owner, restaurant owner, casino owner, nightclub owner, gym owner, boat owner, motel owner, gallery owner,
network exec, studio exec, film exec, record exec, tech exec, advertising exec, nail tech, customs officer, police officer, immigration officer, prison officer, border guard, ferry captain,
sea captain, traffic controller, tax collector, debt collector, ticket collector, fire chief, crown prosecutor, public defender, bail bondsman, ghost writer, speech writer, song writer, cat burglar,
jewel thief, art thief, horse thief, art forger, safe cracker, card sharp, card counter, pool shark, knife thrower, fire eater, snake charmer, tightrope walker, rodeo rider, bull rider,
lighthouse keeper, innkeeper's daughter, crossing keeper, level crossing keeper, gas attendant, pump attendant, toll booth operator, crane operator, radio operator, telephone operator,
camp counselor, camp counsellor, guidance counselor, guidance counsellor, swim coach, football coach, hockey coach, basketball coach, life model, drama teacher, piano teacher,
gym teacher, substitute teacher, music teacher, dance teacher, driving instructor, yoga instructor, ski instructor, flying instructor, swimming instructor, dance instructor,
tooth puller, grave robber, tomb raider, rag picker, bone setter, faith healer, snake handler, cult leader, gang leader, union leader, troop leader, scout leader, group leader, team leader, band leader,
cell leader, rebel leader, resistance fighter, freedom fighter, street fighter, cage fighter, bare-knuckle boxer, refugee worker, oil worker, rig worker, oil rigger, lollipop lady, tooth fairy, crossing guard, ranch hand, farm hand, stable hand, deck hand, stage hand, life coach, foot soldier,
child soldier, child star, ex con, ex cop, ex marine, ex soldier, ex boxer, street performer, street artist, street vendor, stand-up comic, stand up, call centre,
sous chef, wedding planner, party planner, event planner, image consultant, stay-at-home mother, stay-at-home father, stay at home, trust-fund kid, rich kid,
night nurse, school bully, school nurse, night porter, office worker, call center worker, warehouse worker, sanitation worker, steel worker, post office worker,
social media manager, trophy wife, housing officer, tour guide, treasure hunter, ghost hunter, vampire hunter, monster hunter, demon hunter, storm chaser, head chef,
line cook, bait shop owner, short-order cook, garbage man, trash collector, pool boy, cabin boy, ball boy, shop assistant, sales assistant, teaching assistant, personal assistant,
dental assistant, lab assistant, legal assistant, lab technician, lab tech, sound tech, it guy, tech support, repo man, dry cleaner, fight promoter, shop steward, desk sergeant, union rep, timber trader, harbour police, river police, mounted police, traffic police, assistant manager, floor manager, shift supervisor, wardrobe mistress`);

/** Whether a word ends as trades do that are put together from a thing and what is done with it ("dishwasher", "clockmaker"). */
export function isMadeTrade(word: string): boolean {
  return /.{2}-?(?:maker|keeper|driver|smith|seller|dealer|cleaner|hunter|breaker|worker|fighter|dancer|player|tuner|grower|catcher|cutter|monger|wright|mistress|ologist|grapher)$/.test(
    word,
  );
}

const TRADES_OF = wordSet(
  "customs sound lollipop demolitions railroad railway union insurance milk delivery repair newspaper weather garbage bin trash pot cream camera maintenance security coastguard harbour bank fish post tv phone medicine cable gas oil tax pizza ambulance laundry radio fruit coal rag burger company ticket coffee tow tyre boiler lift signal signals archive pawn tattoo it",
);
const SOMEBODY = wordSet("man woman guy lady bloke girl lad boy chap");

/** "customs man", "ice cream man", "IT bloke": what they deal in, and a word for somebody. */
export function isTradeOfSomebody(two: string): boolean {
  const [of = "", somebody = ""] = two.split(" ");
  return TRADES_OF.has(of) && SOMEBODY.has(somebody);
}
