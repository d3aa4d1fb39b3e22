import { endsAt } from "../parts/phrase.ts";
import { at, firstOf, low, pattern, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { COPULAS } from "../words/small-verbs.ts";
import { wordSet } from "../words/word-set.ts";

/** Those who make a film: "the new intern, Chloe" is one of the room. A story may have a caterer, and then says "a caterer". */
const CREW = wordSet(
  "gaffer,grip,key grip,best boy,runner,caterer,intern,dp,dop,cinematographer,sound mixer,sound guy,sound recordist,boom operator,script supervisor,makeup artist,make-up artist,line producer,first ad,1st ad,2nd ad,second ad,ad,location manager,location scout,art director,production designer,costume designer,production assistant,set designer,focus puller,camera assistant,camera operator,stunt coordinator,stunt double,body double,casting director,colorist,colourist,editor,composer,vfx artist,unit manager,stand-in,understudy,co-writer,drone pilot,storyboard artist,lighting designer,sound designer,layout artist,concept artist,set dresser,prop master,production manager,unit photographer,extra,replacement,our actor,our actress",
);
const THE = pattern("the|our new|other|second|first|old|main?");
const AFTER_CREW = new Set([",", "is", "'s", "(", ":", "-", "–", "will", "was", "has", "needs", "called"]);
const MAX_NAME = 2;

/** Words of the work on a film, of money and of messages, that no story needs in a sentence about a person. */
const WORK = wordSet(
  "upfront invoice invoices overtime continuity voiceover screentime spreadsheet sheet carpool hungover ffs tbf imo imho ngl smh choreography chaperone subtitles adr steadicam gimbal tripod distributor headshot showreel reel reshoot retake demo permits jetlagged asap",
);
const WORK_PHRASES = wordSet(`
is available, are available, not available, available in, available on, available from, free for, free on, free till, free after, a cameo, call sheet, call time, base camp,
per diem, screen time, voice over, day rate, parking permit, on hold, on holiday, on holidays, on vacation, on the phone, on the way, no worries, release form,
release forms, dm me, fingers crossed, the production, the shoot, in this scene, in this draft, in this cut, in this take, in this version, on camera, great face,
great voice, great energy, great presence, strong read, great read, good read, lives nearby, work nights, the discount, train ticket, by law, hours a day,
the locations, the uniforms, the wig, the stunt, the stunts, own stunts, the studio for, for us, to play this, around here, an oscar, in dog years, uniform size, be too young, be too old, 's double, 's actor, 's actress, 's understudy, 's stand-in, said yes, said no,
after wrap, before wrap`);
const FUTURE = pattern("he|she|they 'll|will send|bring|demo|help|join|lend|rig|handle|arrive");
const PRAISED = pattern(
  "but|and|, he|she 's|is really|so|very|super? good|great|nice|reliable|lovely|sweet|talented|cheap|fast|amazing",
);
const ON_DAY = pattern(
  "for|on|by|till|until next|this? monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight",
);
const SCENE_OF = pattern("for the");
const BID = wordSet("ask text ping email message");
const THEM = new Set(["him", "her", "them"]);
const VERDICT = firstOf(
  pattern("such a|an"),
  pattern("kind|sort|more|less of a|an"),
  pattern("kinda|sorta|literally|lowkey|highkey|obviously|clearly a|an|the"),
  pattern("a|an|the born|walking|textbook|proper|literal|terrible|awful|lousy|crap|hilarious|grown|fun"),
);
/** Only where nothing follows: "the man who …" tells. */
const PRAISE = firstOf(
  pattern(
    "a total|real|absolute|true|bit|complete* keeper|legend|natural|vibe|mood|beast|treasure|lifesaver|godsend|snack|treat|machine|riot|hoot|queen|king|hero|star|saint|angel",
  ),
  pattern("my|our hero|heroine|angel|saviour|savior|favourite|favorite"),
  pattern("the goat|mvp|best|worst|man|boss"),
);
const OF_TIME = pattern("of the day|week|month|year|night|season");
const OWN_STORY = pattern("of his|her|their own story|movie|film");

/**
 * Whether the clause at `index` is talk of those who make the film, or a verdict on somebody of it ("the new intern,
 * Chloe, is 19", "Tom's a keeper"): nothing is told of the story there.
 */
export function isChatter(s: Sentence, index: number): boolean {
  return ofCrew(s, index) || isVerdict(s, index);
}

/** Whether a sentence speaks of work, or only seems to tell: "is paid upfront", "…, ask him about it", "sarah's 30 right". */
export function isWorkTalk(s: Sentence): boolean {
  return isTagged(s) || s.tokens.some((token, here) => token.type === "word" && isWork(s, here));
}

function isWork(s: Sentence, here: number): boolean {
  if (WORK.has(low(s, here))) return true;
  if (BID.has(low(s, here)) && THEM.has(low(s, here + 1)))
    return here === 0 || at(s, here - 1).type === "mark";
  if ((FUTURE(s, here) > 0 && here > 1) || ON_DAY(s, here) > 0) return true;
  if (SCENE_OF(s, here) > 0 && ["scene", "scenes"].includes(low(s, here + 3)) && endsAt(s, here + 4))
    return low(s, here + 4) !== ":";
  const praised = PRAISED(s, here - 1);
  if (praised > 0 && endsAt(s, praised)) return true;
  return WORK_PHRASES.has(words(s, here, here + 2)) || WORK_PHRASES.has(words(s, here, here + 3));
}

/** "the runner, Pete, is …", "Pete, our runner, …", "the caterer is called Bruno". */
function ofCrew(s: Sentence, index: number): boolean {
  for (let here = index; here <= index + MAX_NAME + 1; here += 1) {
    const noun = THE(s, here);
    if (noun < 0) continue;
    for (const size of [2, 1]) {
      if (!CREW.has(words(s, noun, noun + size))) continue;
      if (AFTER_CREW.has(low(s, noun + size)) || (low(s, here) === "our" && at(s, noun + size).cap))
        return true;
    }
  }
  return false;
}

/** "is such a diva", "'s a keeper": what the person thinks of somebody, not what they are. */
function isVerdict(s: Sentence, index: number): boolean {
  for (let here = index + 1; here <= index + MAX_NAME + 1; here += 1) {
    if (!COPULAS.has(low(s, here))) continue;
    if (VERDICT(s, here + 1) > 0 || OWN_STORY(s, here + 3) > 0) return true;
    const to = PRAISE(s, here + 1);
    if (to > 0 && (endsAt(s, to) || OF_TIME(s, to) > 0)) return true;
  }
  return false;
}

const PRONOUNS = wordSet("he she it they we i you");
const BEFORE_RIGHT = wordSet("the on is 's was are all just always not n't turn turns far");

/** "sarah's 30 right", "zoe is a ghost isnt she": a question without its mark. */
function isTagged(s: Sentence): boolean {
  const last = s.tokens.length - 1;
  if (last < 2) return false;
  if (["innit", "correct", "eh"].includes(low(s, last))) return !COPULAS.has(low(s, last - 1));
  if (PRONOUNS.has(low(s, last)) && low(s, last - 1) === "n't") return true;
  return low(s, last) === "right" && !BEFORE_RIGHT.has(low(s, last - 1));
}
