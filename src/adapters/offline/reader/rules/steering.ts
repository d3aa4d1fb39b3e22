import type { Reading } from "../../../../domain/reading/reading.ts";

const OBEY_NOT =
  /\b(?:ignore|disregard|forget|override|bypass|violate)\b[^.!?\n]{0,40}\b(?:rules?|instructions?|prompts?|guidelines?|guardrails?|restrictions?|limits?|policy|policies|directions|users?|everything (?:above|before|you))\b/i;
const OBEY =
  /\byou (?:must|will|have to|shall) (?:now )?obey\b|\bobey (?:me|my|the following)\b|\brepeat after me\b/i;
const NEW_RULES = /\byour (?:new|only|next|real) (?:rules?|instructions?|tasks?|orders?) (?:is|are)\b/i;
const OTHER_SELF =
  /\bpretend (?:that )?(?:you(?:'re| are)|to be) an?\b[^.!?\n]{0,30}\b(?:ai|bot|model|assistant|rules?|restrictions?)\b|^[ \t]*(?:please )?act as an?\b[^.!?\n]{0,30}\b(?:ai|bot|model|assistant|admin|administrator|root|shell|terminal)\b/im;
const POSING =
  /\b(?:system (?:prompt|override|notice|message)|(?:previous|prior) (?:instructions|directions)|you are now|as an ai\b|(?:developer|debug|admin|god) mode|jailbreak)|<\/?\|?(?:im_start|im_end|system)\b|<<\/?sys>>|\[\/?(?:inst|system)\]|^[ \t]*(?:system|assistant|developer)[ \t]*:|^#{1,6}[ \t]*(?:instructions?|system|response|prompt)\b|\{\{|\$\{/im;
const WORDS = [OBEY_NOT, OBEY, NEW_RULES, OTHER_SELF, POSING];

/** A document and not talk: a message with the lines of a mail or of a file around it. */
const FRAMED =
  /^[ \t]*(?:-{3,}[ \t]*(?:begin|end)\b|(?:file|attachment)[ \t]*:|end of file\b|subject[ \t]*:)/im;
/** Nobody who wants something taken out says it in the middle of so much. */
const LONG_CHARS = 1_000;

/** Words meant to steer the machine and not the film: a message with them changes nothing. */
export function isSteering(text: string): boolean {
  return WORDS.some((words) => words.test(text));
}

/** What a long or a pasted text may do: it tells of the film, and gives no orders that take anything away. */
export function withoutOrders(text: string, reading: Reading): Reading {
  if (text.length <= LONG_CHARS && !FRAMED.test(text)) return reading;
  return {
    ...reading,
    statements: reading.statements.filter((each) => each.type === "entry" || each.type === "relationship"),
    requests: reading.requests.filter(
      ({ type }) => type === "draft" || type === "document" || type === "help",
    ),
  };
}
