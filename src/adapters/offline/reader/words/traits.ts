import { CONDITIONS, DIETS, MORE_DISABILITIES } from "./conditions.ts";
import { isNation } from "./nations.ts";
import { isMadeLook, isMadeTrait, MORE_LOOKS, MORE_TRAITS } from "./traits-more.ts";
import { wordSet } from "./word-set.ts";

const TRAITS = wordSet(`
abrasive absent-minded adventurous affectionate aggressive aloof altruistic ambitious amoral angry anxious apathetic arrogant articulate
athletic austere bashful benevolent big-hearted bitter bookish bossy brash brave brilliant broken brooding brutal burnt-out burned-out
calculating callous calm careless carefree caring cautious charismatic charming cheeky cheerful childish chivalrous clever clingy clumsy
cold cold-blooded compassionate competitive compulsive conceited confident conflicted controlling corrupt courageous cowardly cranky creative
cruel cunning curious cynical dangerous daring deceitful decisive dedicated depressed deranged desperate determined devious devoted
devout dignified diligent diplomatic dishonest disillusioned domineering dour dramatic driven dry dutiful eager earnest eccentric egotistical
elegant eloquent embittered empathetic energetic enigmatic erratic evasive evil extroverted fair faithful fearless feisty ferocious fickle fierce fiery
flamboyant flaky flirtatious foolish forgetful forgiving frail fragile free-spirited friendly frugal funny fussy gentle generous geeky gifted
gloomy greedy grieving grim grizzled gruff grumpy guarded guilt-ridden gullible hard hard-boiled hardened hardworking hard-working
harsh haunted headstrong heartbroken heartless hedonistic helpful heroic honest honorable honourable hopeful hopeless hot-headed hotheaded hot-tempered
humble humorless idealistic immature impatient impulsive indecisive independent inquisitive insecure intelligent intense
introverted intuitive irresponsible irritable jaded jaded jealous jovial judgmental kind kind-hearted kindhearted kindly lazy level-headed
lonely loud loud-mouthed lovable loving loyal manipulative masochistic materialistic mean meek melancholic melancholy merciless meticulous
mischievous miserable modest moody mysterious naive naïve narcissistic neat needy nerdy nervous neurotic no-nonsense nosy nosey nurturing
obsessive open-minded optimistic outgoing overbearing overconfident overprotective paranoid passionate passive patient pedantic perceptive perfectionist
persistent pessimistic philosophical pious playful poetic polite pompous possessive pragmatic pretentious proud prudish quick-witted quick-tempered quiet quirky
rational rebellious reckless reclusive reserved resilient resourceful respectful responsible restless reluctant righteous romantic rude
ruthless sad sadistic sarcastic sassy scheming secretive self-absorbed self-centered self-destructive selfish selfless sensitive
sentimental serious shallow sharp sharp-tongued short-tempered shrewd shy silent sincere sinister slick sloppy sly smart smooth smug snarky sneaky snobbish sociable
soft-spoken spiteful spoiled spoilt spontaneous stern stoic stoical strict strong-willed stubborn streetwise street-smart suave superstitious
suspicious sweet sympathetic tactless talkative temperamental tenacious thoughtful thrifty tidy timid tired tormented tough traumatized traumatised trusting trustworthy
unhinged unpredictable unreliable unscrupulous unstable untrustworthy upbeat uptight vain vengeful vindictive violent vicious volatile vulnerable
warm warm-hearted wary washed-up weary weak-willed whimsical wicked wild wise wisecracking wise-cracking withdrawn witty world-weary worn-out zealous
tough-talking fast-talking soft-hearted hard-drinking chain-smoking foul-mouthed god-fearing hot-blooded thick-skinned two-faced power-hungry bloodthirsty
cocky gutsy feckless hapless unlucky dim-witted dimwitted scatterbrained obnoxious rough bubbly down-to-earth strong-minded opinionated blunt outspoken tight-lipped
scared terrified frightened petrified
down-on-his-luck down-on-her-luck old-fashioned by-the-book happy-go-lucky`);

/** Feelings and states that come and go: said of a person in passing ("Sarah is tired"), told of a character only when they are introduced. */
const PASSING = wordSet(
  "tired angry sad quiet nervous serious sweet smart hard fair smooth loud miserable silent desperate helpful funny scared terrified frightened petrified",
);
const ALWAYS_OK = wordSet("funny smart quiet fair sweet");

const LOOKS = wordSet(`
tall short bald balding blonde blond brunette redhead red-haired red-headed dark-haired black-haired grey-haired gray-haired white-haired silver-haired long-haired
short-haired curly-haired fair-haired golden-haired blue-eyed green-eyed brown-eyed dark-eyed one-eyed one-armed one-legged bearded clean-shaven moustached tattooed scarred
freckled muscular slim skinny slender lanky wiry stocky heavyset heavy-set overweight plump chubby petite burly broad-shouldered handsome beautiful
pretty gorgeous attractive striking pale tanned weathered wrinkled gaunt bespectacled hunchbacked gangly well-dressed scruffy unshaven thin fat huge hulking giant athletic-looking`);

/** Adjectives that are part of a trade or a place in life, and stay with the noun ("retired surgeon"). */
const CLASSIFIERS = wordSet(`
retired former freelance undercover private medical military corporate chief senior junior investigative forensic local professional
high primary secondary elementary federal political criminal royal maritime naval marine aspiring struggling failed disgraced unemployed amateur
part-time self-employed small-time big-time petty veteran rookie trainee assistant deputy head lead independent digital financial industrial
general clinical classical operatic ex semi-retired homeless rural urban international national regional famous successful
married divorced widowed single public personal wannabe would-be pregnant blind deaf mute itinerant wandering travelling traveling
cosmetic plastic orthopedic orthopaedic pediatric structural civil electrical mechanical nuclear aerospace chemical environmental
professional legal illegal underground suspended exiled runaway escaped convicted decorated award-winning self-made`);

const CLASSES = wordSet(
  "wealthy rich poor penniless aristocratic working-class middle-class upper-class lower-class blue-collar",
);

const DISABILITIES = wordSet("blind deaf mute paraplegic quadriplegic paralyzed paralysed autistic dyslexic");

const NATIONS = wordSet(`
african american argentinian armenian asian australian austrian basque belgian bolivian brazilian british bulgarian cambodian cameroonian canadian
caribbean chilean chinese colombian croatian cuban czech danish dominican dutch ecuadorian egyptian english eritrean estonian ethiopian
filipino finnish french georgian german ghanaian greek guatemalan haitian hungarian icelandic indian indonesian iranian iraqi irish
israeli italian ivorian jamaican japanese jewish jordanian kazakh kenyan korean kurdish latvian lebanese lithuanian malaysian maltese
mexican mongolian moroccan nepalese nigerian norwegian pakistani palestinian persian peruvian polish portuguese romanian russian scottish
senegalese serbian singaporean slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese thai tibetan tunisian turkish ugandan
ukrainian vietnamese venezuelan welsh zambian zimbabwean african-american korean-american latina latino`);

/** What an adjective tells of a person. "part" belongs to the noun after it. */
export function adjectiveField(
  word: string,
): "traits" | "appearance" | "ethnicity" | "disability" | "class" | "part" | undefined {
  if (isNation(word, NATIONS)) return "ethnicity";
  if (DISABILITIES.has(word) || MORE_DISABILITIES.has(word)) return "disability";
  if (CLASSES.has(word)) return "class";
  if (LOOKS.has(word) || MORE_LOOKS.has(word) || isMadeLook(word)) return "appearance";
  if (TRAITS.has(word)) return "traits";
  if (CLASSIFIERS.has(word)) return "part";
  return MORE_TRAITS.has(word) || CONDITIONS.has(word) || DIETS.has(word) || isMadeTrait(word)
    ? "traits"
    : undefined;
}

/** A trait that is told even in one bare word of a known character ("Sarah is stubborn", not "Sarah is tired"). */
export function isLastingTrait(word: string): boolean {
  return CONDITIONS.has(word) || (TRAITS.has(word) && (!PASSING.has(word) || ALWAYS_OK.has(word)));
}
