import { wordSet } from "./word-set.ts";

/** What somebody lastingly is or keeps to, in one word: told even of those who are known. */
export const CONDITIONS = wordSet(`
teetotal celibate bilingual trilingual illiterate ambidextrous left-handed right-handed lefthanded righthanded southpaw nocturnal
claustrophobic agoraphobic arachnophobic colour-sensitive insomniac sleepless amnesiac atheist agnostic catholic protestant muslim buddhist hindu mormon
quaker lutheran methodist baptist evangelical sunni shia pacifist monogamous polyamorous abstinent clean-living tone-deaf unmarried unfaithful childless
self-taught homeschooled telepathic clairvoyant psychic immortal undead superhuman invisible invincible`);

/** What somebody eats: of those who are known it is told only among other things, as the room eats, too. */
export const DIETS = wordSet("vegetarian vegan pescatarian kosher halal gluten-free");

/** What the body or the senses lack. */
export const MORE_DISABILITIES = wordSet(
  "colour-blind color-blind colourblind colorblind face-blind diabetic asthmatic epileptic bipolar schizophrenic wheelchair-bound quadriplegic hard-of-hearing deaf-mute deafblind haemophiliac hemophiliac legless armless one-handed amputee adhd",
);

const LASTING = wordSet(`
goalkeeper goalie striker midfield quarterback shortstop pitcher accordion alone aloud barefoot bass bees blind-folded bridge cards cello chess church clarinet darts dominoes drums fiddle flute football golf guitar harmonica
harp hockey horn lute mandolin mahjong oboe organ piano poker pool rugby sax saxophone snooker soccer tennis trumpet tuba ukulele viola violin`);
/** "plays the violin", "plays chess": what is played, and no part in a film. */
export const isPlayed = (word: string): boolean => LASTING.has(word);

/** Done again and again, or believed for long, by whoever is said to do it. */
export const HABITS = wordSet(`
adores avoids bakes blames blinks blushes boxes breeds brews builds carves cheats chews collects cooks cooks counts cracks cries crochets daydreams despises distrusts
draws dreams drinks drives eats embroiders envies exercises farms feeds fidgets fishes fixes fixates flinches flirts forages forges forgets gambles gardens giggles
grieves grinds hallucinates hoards hums hunts idolises idolizes imitates jogs juggles keeps knits lies limps lisps loathes meditates memorises memorizes mimics mistrusts
mourns mumbles murmurs names nags overthinks paints paces pickpockets polishes practises practices prays preaches pretends  quotes  recites refuses remembers
repairs rescues resents restores rides rolls rows sails scavenges sews sharpens shoplifts sings skates sketches sleeps sleepwalks smokes smells smuggles snores
speaks spies squints steals stockpiles stutters surfs  swims tinkers trains  twirls volunteers walks wears weaves whistles whittles worships writes yodels`);

/** After "lost" these are gone for good; keys and bets are not. */
export const LOSSES = wordSet(`
finger fingers toe toes hand hands arm arms leg legs foot feet eye eyes ear ears tooth teeth hearing sight eyesight voice memory licence license badge job custody house home
farm faith mind wife husband son daughter child children baby brother sister mother father parents family twin partner fortune savings`);
