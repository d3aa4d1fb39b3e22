import { type Job, jobTitled, otherJob } from "./jobs.ts";
import { singular } from "./nouns.ts";

const LONGEST_TITLE = 4;
/** How the names of most trades end. */
const TRADE_END =
  /(?:er|or|ist|ian|eer|ier|ant|smith|wright|monger|keeper|man|woman|nurse|clerk|chef|cook|cop|monk|nun|spy|guard|guide|pilot|thief|maid|judge|coach|vet|agent|officer|mechanic|captain|queen|king|prince|princess|knight|wizard|witch)$/;
/** Words with such an ending, or in such a place, that name no trade. */
const NO_TRADE = new Set(
  "character brother sister mother father daughter teenager member lover stranger passenger prisoner other number minor major supporter elder youngster newcomer outsider loner partner stepmother stepfather grandmother grandfather neighbor survivor person man woman human child senior follower villager foreigner commoner player performer inventor lead protagonist extra gangster woman importer antagonist water summer winter younger older later never her over under after for".split(
    " ",
  ),
);
/** Words before a trade's name that are not part of it. */
const NOT_IN_TITLE = new Set(
  "a an the some several few many more new different other ten two three four five six seven eight nine dozen young old elderly middle-aged retired female male corrupt evil kind angry sad happy funny lonely brave shy mean nice good bad background minor main supporting lead of and or non-binary".split(
    " ",
  ),
);

/** The job a brief asks for: one the tables know ("harbour pilots"), or a trade by the look of its name ("cheese mongers"). */
export function jobWish(head: string): Job | undefined {
  const words = head
    .toLowerCase()
    .replace(/[^\p{L}\p{N}' -]/gu, " ")
    .split(/\s+/)
    .filter(Boolean);
  return knownJob(words) ?? tradeByLook(words);
}

function knownJob(words: readonly string[]): Job | undefined {
  for (let size = LONGEST_TITLE; size > 0; size -= 1) {
    for (let start = 0; start + size <= words.length; start += 1) {
      const job = jobTitled(singular(words.slice(start, start + size).join(" ")));
      if (job) return job;
    }
  }
  return undefined;
}

function tradeByLook(words: readonly string[]): Job | undefined {
  const title = words.filter((word) => !NOT_IN_TITLE.has(word) && !/\d/.test(word));
  const last = singular(title.at(-1) ?? "");
  if (!TRADE_END.test(last) || NO_TRADE.has(last) || last.length < 3) return undefined;
  return otherJob([...title.slice(-2, -1), last].join(" "));
}
