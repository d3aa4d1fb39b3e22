import { FIGURES } from "./figures.ts";
import { STARS } from "./stars.ts";
import { TITLES } from "./titles.ts";
import { wordSet } from "./word-set.ts";

/** Words that are capitalised at the start of a sentence, or always, and name no one. */
const NOT_NAMES = wordSet(`
i a an the this that these those there here he she it they we you him her them us me his hers its their theirs our ours your yours my mine
who whom whose what when where which why how if whether because although though while since until unless after before as so then than
and or but nor yet for not no yes yeah yep nope nah ok okay sure thanks thank please hey hi hello hmm hm um uh oh ah wow lol haha omg btw
also actually anyway well now just maybe perhaps probably possibly definitely apparently basically honestly literally really very quite
let lets make add create new delete remove change rename set update give call introduce invent write draft generate undo help show tell list
can could will would shall should may might must do does did is are was were be been am have has had having get got go going come came
one two three four five six seven eight nine ten first second third last next another other some any every each all both either neither none
someone somebody anyone anybody everyone everybody no-one nobody something anything everything nothing
at in on by to from with without about into onto over under between during through against of off up down out
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
today tomorrow tonight yesterday morning evening night day noon midnight christmas easter halloween
int ext est interior exterior scene scenes act character characters location locations prop props film movie story script logline synopsis
treatment outline chapter episode series season cut fade dissolve montage continued day night
love life death time work money war art music hate hope fear truth justice power freedom god jesus hell heaven
heat coffee lunch dinner breakfast cake water fire food everyone's good great nice cool awesome amazing perfect interesting funny
mom dad mum mother father brother sister son daughter boss friend doctor detective officer professor captain
english french german spanish italian russian american british irish scottish chinese japanese
enter exit meet meanwhile later suddenly finally once again still even only more most less least much many few name age job occupation gender role
update edit save open close stop start yes correction sorry wait right wrong true false thanks everyone
ai tv fbi cia nypd lapd kgb usa uk us eu nyc la ny dj ceo pdf ok fyi asap system assistant user backlot bot discord slack zoom netflix
casting idea note notes question answer option plan cast crew protagonist antagonist villain hero heroine lead mentor sidekick title genre theme setting
somewhere anywhere nowhere everywhere home school college university hospital church station street road city town village
people person man woman boy girl guy lady kid child men women boys girls guys kids children journalists journalist cops cop
non-binary nonbinary female male trans imagine suppose think consider call ignore forget disregard remember look see like unlike such instead otherwise however therefore
still missing unclear unknown pending mc fl ml change changes opening ending somebody's kind sort type types see
dramatis personae placeholder locked surname draft tba tbc tbd`);

/** Given names that are words too: taken for a name only with a capital, away from the start of a sentence or where a name is due. */
const WORD_NAMES = wordSet(
  "will mark may hope rose art bill joy faith grace drew chase guy ray rob pat frank rich sunny amber violet ivy dawn eve summer autumn melody destiny honor sky star angel ace king prince jack harry dick gene miles chance hunter mason carter cooper porter dean earl duke lance grant wade cliff glen heath reed dale clay rusty sandy penny ginger olive holly lily daisy iris april june august old young big little long short black white brown green gray grey good best love bond stone wolf bear fox bishop judge major see in so do an bo al ed max sue dot hank red blue ten dan art gus bea may",
);

/** People and figures films are talked about with; a statement about one of them is talk about films. */
const FAMOUS = wordSet(`
hal, hal 9000, de niro, pacino, al pacino, spielberg, scorsese, tarantino, nolan, kubrick, hitchcock, coppola, fincher, kurosawa, bergman, fellini, godard, truffaut,
lynch, villeneuve, bong, wes anderson, coen, coens, polanski, woody allen, welles, chaplin, tom hanks, hanks, brad pitt, dicaprio, clooney, denzel, cruise,
tom cruise, meryl streep, streep, cate blanchett, blanchett, kidman, nicole kidman, scarlett johansson, brando, bogart, bacall, monroe, james bond,
bond, batman, superman, spider-man, joker, gandalf, frodo, harry potter, hermione, dumbledore, voldemort, darth vader, vader, luke skywalker, skywalker, han solo, leia,
yoda, indiana jones, ripley, rocky, rambo, terminator, neo, trinity, morpheus, hannibal lecter, clarice, norman bates, jack sparrow, forrest gump, katniss,
sherlock, sherlock holmes, holmes, watson, poirot, columbo, walter white, jesse pinkman, tony soprano, don draper, dexter, michael corleone, corleone, travis bickle,
marie curie, einstein, newton, darwin, napoleon, hitler, stalin, churchill, lincoln, obama, trump, biden, kennedy, gandhi, mandela, shakespeare, mozart, beethoven, picasso,
elvis, madonna, beyonce, taylor swift, kanye, elon musk, musk, bezos, zuckerberg, messi, ronaldo, hamlet, macbeth, ophelia, romeo, juliet, robert towne, greta gerwig, gerwig,
villanelle, fleabag, keanu, keanu reeves, ryan gosling, gosling, emma stone, margot robbie, robbie, anthony hopkins, hopkins, judi dench, bill murray, jim carrey, robin williams`);

export function isNoName(low: string): boolean {
  return NOT_NAMES.has(low);
}

export function isWordToo(low: string): boolean {
  return WORD_NAMES.has(low);
}

/** `key` is lower case, single spaces. */
export function isFamous(key: string): boolean {
  return FAMOUS.has(key) || STARS.has(key) || FIGURES.has(key) || TITLES.has(key);
}
