import { FILM, LEAD, OUR, titleSaid } from "./title-said.ts";

/** What a whole message asks for that a command does. */
export interface MeantCommand {
  readonly command: string;
  readonly options: Readonly<Record<string, unknown>>;
}

const MAX_CHARS = 240;

/**
 * "Where are we?", "the film is called Last Stop", "can I get this as a file": asked as people ask, without a slash. Only
 * a whole message counts, so that talk about the film is never taken for a wish; what asks of the bible is the reader's.
 */
export function meantCommand(text: string): MeantCommand | undefined {
  const said = text.trim();
  if (said.length > MAX_CHARS || said.includes("\n")) return undefined;
  const named = titleSaid(said);
  if (named) return named.more ? undefined : renamed(named.title);
  return WISHES.find(({ forms }) => forms.some((form) => form.test(said)))?.meant;
}

/** "The film is called Last Stop. Sarah is its hero": the film is renamed, and everything is read beside that. */
export function meantBesides(text: string): MeantCommand | undefined {
  const named = titleSaid(text.trim());
  return named?.more ? renamed(named.title) : undefined;
}

const renamed = (value: string): MeantCommand => ({
  command: "project",
  options: { action: "rename", value },
});

const END = "(?:,? (?:please|pls|now|again|then|so far|backlot|overall))*[ .!?…]*$";

const wish = (command: string, options: MeantCommand["options"], ...forms: readonly string[]) => ({
  meant: { command, options },
  forms: forms.map((form) => new RegExp(`^${LEAD}(?:${form})${END}`, "iu")),
});

const ALL = `(?:it|this|that|everything|all of it|(?:${OUR} )?(?:whole )?(?:story )?(?:bible|${FILM}))`;
const AS_FILE = "(?: (?:as|to|into|in) (?:an? )?(?:file|csv|json|table|spread ?sheet|excel|pdf|document))";

const WISHES = [
  wish(
    "workflow",
    {},
    "where (?:are|were) we(?: at)?|where do we stand|where does the film stand",
    `(?:what(?:['’]?s| is) )?(?:the |our |my )?(?:current )?(?:status|progress)(?: (?:of|on) ${OUR} ${FILM})?`,
    "how far (?:are we|along are we|have we (?:come|got(?:ten)?))(?: along)?",
    "(?:move|go|carry) on|continue|next(?: step| one)?|on we go|what else|what(?:['’]?s| is) the next (?:thing|step|one)(?: to do)?",
    "we(?:['’]?re| are) (?:all )?(?:done|finished)",
    `(?:are we|is (?:it|(?:the|our|my) ${FILM})) (?:done|finished|ready|there)(?: yet)?`,
    "what(?:['’]?s| is) (?:still )?left(?: to do)?|what(?:['’]?s| is) (?:still )?to do|what do we still (?:need|have to do)",
    "what(?:['’]?s| is) (?:happening|going on|the plan)",
    "show (?:me |us )?(?:the |our )?(?:workflow|status|progress|steps)",
  ),
  wish(
    "project",
    {},
    `(?:show|give|tell)(?: me| us)? (?:everything|it all|all (?:that )?(?:we|you) have|what (?:we|you) have|what we(?:['’]ve)? got|an overview|(?:${OUR} )(?:whole )?(?:story )?(?:bible|${FILM}))`,
    "what (?:do|have) (?:we|you) (?:have|got)(?: already| until now)?|what do you know(?: already)?",
    `what(?:['’]?s| is) in ${OUR} (?:story )?(?:bible|${FILM})|overview`,
  ),
  wish(
    "history",
    {},
    "what (?:did|have) you (?:just |already )?(?:saved?|writ(?:e|ten)(?: down)?|changed?|add(?:ed)?|kept|keep|done?|recorded?|noted?(?: down)?)(?: just now| today)?",
    "what(?:['’]?s| has) changed|what changed|who (?:wrote|changed|added|said|did) (?:this|that|it)",
  ),
  wish(
    "workflow",
    { action: "use", step: "short" },
    "(?:it['’]?s|it is|this is|we(?:['’]?re| are) (?:making|shooting|doing|writing)|make it) a short(?: film)?",
  ),
  wish(
    "workflow",
    { action: "format", step: "documentary" },
    "(?:it['’]?s|it is|this is|we(?:['’]?re| are) (?:making|shooting|doing)) a (?:documentary|docu?)",
  ),
  wish(
    "workflow",
    { action: "format", step: "series" },
    "(?:it['’]?s|it is|this is|we(?:['’]?re| are) (?:making|shooting|doing|writing)) a (?:(?:tv|web) ?)?series",
  ),
  wish(
    "session",
    { action: "summary" },
    "recap|what did i miss|(?:remind me )?what (?:we did|did we do|have we done)(?: today| so far| here)?|catch me up|sum (?:it|this|that) (?:all )?up",
  ),
  wish(
    "open",
    {},
    "what(?:['’]?s| is) (?:still )?open|(?:any |the )?open questions|what are you waiting for",
  ),
  wish("help", {}, "(?:(?:list|show)(?: me)? )?(?:all )?(?:the |your )?commands|what commands are there"),
  wish("project", { action: "settings" }, "(?:show (?:me )?)?(?:the )?settings"),
  wish(
    "export",
    {},
    `(?:(?:how (?:do|can) (?:i|we)|can (?:i|we|you)|i (?:want|need|would like|['’]?d like) to) )?(?:export|download|print) ${ALL}${AS_FILE}?`,
    `(?:how (?:do|can) (?:i|we)|can (?:i|we)|i (?:want|need) to) (?:export|download)(?: (?:things|stuff|this stuff))?`,
    `(?:(?:how (?:do|can) (?:i|we)|can (?:i|we)) )?(?:get|have|give me|send me) ${ALL}${AS_FILE}`,
  ),
];
