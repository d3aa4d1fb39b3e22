/** Lists and notes of the people who make the film, by what stands over them. */
const HEADED =
  /^[ \t]*(?:call[- ]?backs?(?: list)?|crew(?: list)?|call ?sheet|auditions?|casting (?:notes|list|ideas?)|contacts?|schedule|budget|to-?dos?|shot ?list|reading \w{1,20} (?:today|tomorrow)|references?|attendance|poll)\b[^\n:]{0,30}(?::|\n|$)/im;
const TRYOUTS =
  /\b(?:we|i|they) (?:have |just |also )?(?:auditioned|hired|booked|called back|screen[- ]?tested)\b|\bself[- ]?tapes?\b|\bhead ?shots?\b|\bshow ?reels?\b|\bfound (?:our|an?|the) (?:actor|actress|lead|dp|editor|composer|gaffer)\b/i;
const NEWCOMERS =
  /\bwelcome,? (?:to )?(?:the (?:team|crew|channel),? )?@?\p{Lu}|\b(?:huge |big |many )?thanks (?:again )?to (?:every|all|@?\p{Lu})|\bshout-?out to\b|\bcongrat(?:s|ulations)\b|\bkudos to\b|\bsay (?:hi|hello|hey)(?: (?:everyone|team|guys|all|to (?:her|him|them)))?[.! ]*$|\b(?:joins|joining|joined) (?:us|the (?:production|channel))\b/u;
const ASIDES =
  /\birl\b|\bno joke\b|\btrue story\b|\bi swear\b|\bnot kidding\b|\bfun fact\b|\bjoke of the\b|\bknock,? knock\b|\bwalks? into a bar\b|\b(?:happy|'s) birthday\b|\bbirthday (?:is )?(?:today|tomorrow|on|cake)\b|[🎵🎶♪🎂]/iu;
const OTHERS =
  /\b(?:my|your|his|her|their) (?:other|old|last|previous|friend's) (?:film|short|script|project|movie|feature|screenplay|play|novel)\b|\b(?:an?other|different|old|older) (?:film|short|script|project|movie|feature)\b|\bnever got made\b|\bpitch from\b|\bin \p{Lu}\p{L}+['’]s (?:script|film|short|movie|version)\b/u;
const ALL = [HEADED, TRYOUTS, NEWCOMERS, ASIDES, OTHERS];
/** Of a page of prose no line decides what the others are about. */
const MAX_CHARS = 600;

/** Whether a message is about those who make the film, a joke, or another project: who is told of there is nobody of the story. */
export const isOfTheRoom = (text: string): boolean =>
  text.length <= MAX_CHARS && ALL.some((words) => words.test(text));
