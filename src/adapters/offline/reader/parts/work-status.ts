import { low, pattern } from "../text/match.ts";
import type { Complement } from "./being.ts";
import { valueField } from "./fields.ts";
import { endsAt } from "./phrase.ts";
import { told } from "./told.ts";

const STATUS = pattern("currently? unemployed|jobless|self-employed");
const OUT = pattern("out of work|job");

/** "unemployed": what stands where a trade would. */
export const workStatus: Complement = (s, index) => {
  const to = Math.max(STATUS(s, index), OUT(s, index));
  if (to < 0 || !endsAt(s, to)) return undefined;
  const word = low(s, to - 1);
  const value = word === "self-employed" ? word : "unemployed";
  return told(to, [valueField(s, "occupation", value, index, to)]);
};
