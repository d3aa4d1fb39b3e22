import { wordSet } from "./word-set.ts";

/** Words for what someone is like, beside those one thinks of first. */
export const MORE_TRAITS = wordSet(`
acerbic agreeable amiable antisocial anti-social argumentative artful artistic artsy assertive astute awkward badass bad-tempered balanced belligerent bighearted
bitchy bloody-minded boastful boisterous   brainy brainless brazen bright brusque capable carefree catty charitable chatty chaotic chill chirpy
clear-headed clueless combative committed compliant composed confrontational confused considerate contemptuous contrary conventional cool-headed cooperative coy crafty
crass crazy credulous crude cultured cutthroat daft dark decent defensive defiant delusional demanding demure dependable despondent detached detail-oriented
direct discreet dismissive distant distracted distrustful ditzy dizzy dogged dogmatic dopey doting downtrodden dreamy drunken dumb dutiful earthy easygoing easy-going
edgy educated effusive egocentric elusive emotional enterprising enthusiastic envious erudite exacting excitable exuberant fanatical fastidious fatalistic fatherly
flashy flighty flippant forceful forthright frantic frazzled frivolous fun fun-loving funloving furious gallant garrulous giddy giggly glamorous glib good-hearted good-humoured
good-natured goofy graceful gracious grouchy gullible gung-ho happy hard-nosed hard-headed hardheaded haughty high-strung high-maintenance homesick hostile hot-blooded 
hyper hyperactive hypocritical hysterical icy idle ignorant imaginative immoral impassive imperious impressionable impetuous impish impractical indifferent industrious inept
infuriating ingenious innocent insatiable inscrutable insensitive insolent insufferable inventive irascible ironic irreverent jittery jolly jumpy kooky laconic laid-back
laidback lecherous listless lively logical   macho mad maladjusted malicious manic mature maternal mercurial merry methodical mild mild-mannered
mischevious misanthropic miserly misunderstood mousy mouthy mouthy muddled  naughty near-silent needy nihilistic nonchalant nostalgic obedient obliging oblivious
observant odd odd-ball opportunistic orderly ornery outrageous over-confident overcautious overeager overworked painstaking particular patriotic peevish penny-pinching persuasive
perky pernickety pessimist petty petulant philandering phlegmatic picky plain-spoken playful plucky poised polished popular precise precocious predatory pretentious
prickly prim principled  promiscuous protective provocative prudent puckish pugnacious puritanical quarrelsome radiant rambunctious rash raucous realistic refined
relentless reliable religious repressed resigned resolute restrained reticent rigid rowdy rugged sage sanctimonious savage savvy scathing scatty sceptical skeptical scornful
scrappy scrupulous self-assured self-aware self-confident self-conscious self-disciplined self-effacing self-involved self-loathing self-reliant self-righteous self-serving senile
sensible sentimental serene shady shameless shell-shocked shifty short-fused shrewish shrill silly simple simple-minded single-minded skittish sleazy  slow
slow-witted slovenly smarmy smart-mouthed smooth-talking snappy snide snobby snooty sober socially-awkward soft sorrowful sour spacey spicy spirited spiritual
spooky spry spunky squeamish standoffish stand-offish steadfast steady steely stiff stingy stroppy stuck-up studious stuffy stupid sulky sullen sunny supercilious
superficial supportive sweet-natured sweet-talking taciturn tactful talented tech-savvy temperate tempestuous tender tense terse testy thick thorough thoughtless ticklish tight-fisted timorous
tireless tolerant touchy tomboyish tortured trustful truthful twisted two-timing tyrannical unambitious unassuming unbending uncaring uncompromising uncouth unemotional unfaithful
unfazed unflappable unforgiving unfriendly unhappy unimaginative unkind unlikable unloved unpopular unpretentious unruly unselfish unsentimental unsociable unsophisticated unyielding
urbane vague valiant vapid venomous versatile vigilant virtuous vivacious vocal vulgar wacky warmhearted watchful wayward weird weepy well-mannered well-meaning well-read
well-spoken whiny wily winsome wishy-washy wistful worldly  wry youthful zany bullied orphaned lovesick heartsick bubbly fed-up loved-up coldhearted half-mad god-forsaken
nihilist punctual proper posh street-smart tricky unbalanced unlikeable sharp-witted`);

const ENDINGS =
  /-(?:hearted|minded|tempered|witted|spoken|willed|natured|mannered|headed|tongued|talking|loving|hating|obsessed|spirited|blooded|mouthed|absorbed|centered|centred|conscious|seeking|hungry|averse|smart|savvy|phobic)$/;
/** Words that are put together as words for someone's looks are ("raven-haired"). */
const LOOKS =
  /-(?:haired|eyed|skinned|shouldered|faced|legged|nosed|chinned|cheeked|lipped|jawed|built|bodied|bearded|toothed|dressed|complexioned|looking)$/;

/** "quick-tempered", "cat-loving". */
export const isMadeTrait = (word: string): boolean => ENDINGS.test(word);
/** "raven-haired", "odd-looking". */
export const isMadeLook = (word: string): boolean => LOOKS.test(word);

export const MORE_LOOKS = wordSet(`
skeletal big gigantic tiny curvy stout portly rotund tubby pudgy chunky big-boned bony spindly willowy statuesque towering brawny beefy buff ripped toned athletic
good-looking ugly plain-looking homely cute hot pockmarked pimply acne-scarred sunburnt sunburned sun-tanned wizened hunched stooped bow-legged pot-bellied baby-faced toothless
unkempt dishevelled disheveled bedraggled balding   grey-bearded bucktoothed cross-eyed wiry-haired chiselled chiseled rosy-cheeked round-faced waif-like lean
gangling skinny-legged tattoed hairy hairless androgynous ginger red-headed leathery weather-beaten weatherbeaten imposing obese giant-sized`);
