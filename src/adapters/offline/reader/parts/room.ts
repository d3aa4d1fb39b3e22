/** Lists and notes of the people who make the film, by what stands over them. */
const HEADED =
  /^[ \t]*(?:call[- ]?backs?(?: list)?|extras?|stand-?ins?|doubles?|drivers?|crew(?: list)?|call ?sheet|auditions?|casting (?:notes|list|ideas?)|contacts?|schedule|budget|to-?dos?|shot ?list|reading \w{1,20} (?:today|tomorrow)|references?|attendance|poll)\b(?:[^\n:.!?]{0,30}:|[ \t]*\n)/im;
const TRYOUTS =
  /\b(?:we|i|they) (?:have |just |also )?(?:auditioned|hired|booked|called back|screen[- ]?tested)\b|\bself[- ]?tapes?\b|\bhead ?shots?\b|\bshow ?reels?\b|\bfound (?:our|an?|the) (?:actor|actress|lead|dp|editor|composer|gaffer)\b/i;
const NEWCOMERS =
  /\bwelcome,? (?:to )?(?:the (?:team|crew|channel),? )?@?\p{Lu}|\b(?:huge |big |many )?thanks (?:again )?to (?:every|all|@?\p{Lu})|\bshout-?out to\b|\bcongrat(?:s|ulations)\b|\bkudos to\b|\bsay (?:hi|hello|hey)(?: (?:everyone|team|guys|all|to (?:her|him|them)))?[.! ]*$|\b(?:joins|joining|joined) (?:us|the (?:production|channel))\b/u;
const ASIDES =
  /\birl\b|\bno joke\b|\btrue story\b|\bi swear\b|\bnot kidding\b|\bfun fact\b|\bjoke of the\b|\bknock,? knock\b|\bhere['’]?s johnny\b|\bmy name is inigo\b|\byour father['’]?s? was a hamster\b|\bwalks? into a bar\b|\b(?:happy|'s) birthday\b|\bbirthday (?:is )?(?:today|tomorrow|on|cake)\b|[🎵🎶♪🎂]/iu;
const OTHERS =
  /\b(?:my|your|his|her|their) (?:other|old|last|previous|friend's) (?:film|short|script|project|movie|feature|screenplay|play|novel)\b|\b(?:an?other|different|old|older) (?:film|short|script|project|movie|feature)\b|\bnever got made\b|\bpitch from\b|\bin \p{Lu}\p{L}+['’]s (?:script|film|short|movie|version)\b/u;
/** Who does what, and how those who want a part may be reached. */
const STAFFED =
  /(?:^|[.\n,;] *)(?:gaffer|best boy|casting director|production designer|line producer|(?:key )?grip|dop|dp|1st ad|2nd ad|boom|director|catering|make-?up|script supervisor)[ \t]*[:=–-][ \t]*\p{L}|^(?:agency|agent|availability|available|rate|fee|day rate|shoe size|phone|tel|e-?mail|website|show ?reel|union)[ \t]*:/imu;
/** Verdicts on those who act in it, and those whom a company of the trade sends. */
const AT_WORK =
  /\b(?:was|were) (?:so |really |just )?(?:wonderful|brilliant|great|fantastic|amazing|superb|hilarious|lovely|good) in (?:the |today['’]s )?(?:run|take|rehearsals?|dress rehearsal|read[- ]?through|table read|audition)\b|\b(?:vfx|rental|casting|talent|equipment|camera|lighting|insurance|catering) (?:house|agency|company|office|people|guys) (?:just |has |have )?(?:sent|called|rang|phoned|asked)\b/i;
/** What somebody only supposes about the story, or throws in. */
const UNSETTLED =
  /(?:^|[.!?\n] *)(?:(?:my|fan|new|crazy|wild|random) )?(?:theory|head ?canon|fan ?fic|brain ?storm(?:ing)?|idea dump|brain dump|hot take|unpopular opinion|calling it(?: now)?|shower thought|rate my idea|pov|prediction|rumou?r)\b[^.:,\n]{0,30}[:,]|\b(?:thinking|thought) out loud\b|\bin a perfect world\b|\bnone of (?:it|this|that) (?:is )?(?:decided|final|settled|canon)\b|\bnothing (?:is )?(?:decided|final|settled|fixed)\b|\bnot (?:final|decided|canon|settled)\b|\b(?:don't|dont|do not) (?:save|write|note|record|add|put) (?:this|that|it)\b|\bwho knows(?=\s*(?:[.,!?…;)]|$|(?:what|why|if|maybe)\b))|\bmind blown\b|\bpicture this\b|\boption [a-d1-4]\b|\b(?:let['’]?s|lets) say\b|\bfor the sake of argument\b|\beither way\b|^\s*[+-]\d{1,3}\b|\b(?:he|she)['’]?s a \d+ but\b/i;
/** Another work is the measure. */
const MEASURED =
  /\banyone (?:read|seen|watch(?:ed|ing)?)\b|\b(?:that|this)(?:['’]?s| is) (?:the|our|exactly the|exactly our) (?:arc|plot|tone|vibe|energy|mood|look|feel)\b|\bsame (?:structure|energy|vibe|tone|plot|set-?up|beats?|arc)\b|\bmaster ?class\b|\b(?:just|basically) (?:stealing|ripping)\b|\brip(?:ping|ped)?[- ]off\b/i;
const ALL = [STAFFED, AT_WORK, UNSETTLED, MEASURED, HEADED, TRYOUTS, NEWCOMERS, ASIDES, OTHERS];
/** Of a page of prose no line decides what the others are about. */
const MAX_CHARS = 600;

/** Whether a message is about those who make the film, a joke, another project or mere guesses: nothing is told of the story there. */
export const isOfTheRoom = (text: string): boolean =>
  text.length <= MAX_CHARS && ALL.some((words) => words.test(text));
