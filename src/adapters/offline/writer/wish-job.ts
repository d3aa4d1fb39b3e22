import { singular } from "../../../lib/singular.ts";
import { type Job, jobTitled, otherJob } from "./jobs.ts";

const LONGEST_TITLE = 4;
/** How the names of most trades end. */
const TRADE_END =
  /(?:er|or|ist|ian|eer|ier|ant|naut|boy|smith|wright|monger|keeper|man|woman|nurse|clerk|chef|cook|cop|monk|nun|spy|guard|guide|pilot|thief|maid|judge|coach|vet|agent|officer|mechanic|captain|queen|king|prince|princess|knight|wizard|witch)$/;
/** Words with such an ending, or in such a place, that name no trade. */
const NO_TRADE = new Set(
  "boy neighbour character brother sister mother father daughter teenager member lover stranger passenger prisoner other number minor major supporter elder youngster newcomer outsider loner partner stepmother stepfather grandmother grandfather neighbor survivor person man woman human child senior follower villager foreigner commoner player performer inventor lead protagonist extra gangster woman importer antagonist water summer winter younger older later never her over under after for".split(
    " ",
  ),
);
/** Words before a trade's name that are not part of it. */
const NOT_IN_TITLE = new Set(
  "a an the | tall short big small fat thin rich poor smart clever rude cruel strict tough weak strong loud quiet bold blind deaf dead mute gay black white blond blonde former local great real true fake rogue first second third last her his their my our its some several few many more new different other ten two three four five six seven eight nine dozen young old elderly middle-aged retired female male corrupt evil kind angry sad happy funny lonely brave shy mean nice good bad background minor main supporting lead of and or non-binary".split(
    " ",
  ),
);

/** How adjectives end, which say what someone is like and not what they do. */
const ADJECTIVE_END = /(?:[^r]y|ful|ous|ed|ing|ive|less|ish|al|ic|ent|able|ible|n)$/;

/**
 * The job a brief asks for: one the tables know ("harbour pilots"), with the word before it where that narrows it
 * ("piano teacher"), or a trade by the look of its name ("cheese mongers"). `others`: words that are no part of it.
 */
export function jobWish(head: string, others: ReadonlySet<string> = new Set()): Job | undefined {
  const words = head
    .replace(/[^\p{L}\p{N}' -]/gu, " | ")
    .split(/\s+/)
    .filter((word) => word !== "" && !others.has(word))
    .map((word) => word.toLowerCase());
  return knownJob(words) ?? tradeByLook(words);
}

function knownJob(words: readonly string[]): Job | undefined {
  for (let size = LONGEST_TITLE; size > 0; size -= 1) {
    for (let start = 0; start + size <= words.length; start += 1) {
      const job = jobTitled(singular(words.slice(start, start + size).join(" ")));
      if (!job) continue;
      const before = words[start - 1];
      return before !== undefined && narrows(before) ? { ...job, title: `${before} ${job.title}` } : job;
    }
  }
  return undefined;
}

function tradeByLook(words: readonly string[]): Job | undefined {
  const last = singular(words.at(-1) ?? "");
  if (!TRADE_END.test(last) || NO_TRADE.has(last) || NOT_IN_TITLE.has(last) || last.length < 3)
    return undefined;
  const before = words.at(-2);
  return otherJob(before !== undefined && narrows(before) ? `${before} ${last}` : last);
}

function narrows(word: string): boolean {
  return (
    !NOT_IN_TITLE.has(word) && !NO_TRADE.has(singular(word)) && !/\d/.test(word) && !ADJECTIVE_END.test(word)
  );
}
