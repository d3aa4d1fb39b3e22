const IRREGULAR: Readonly<Record<string, string>> = {
  being: "be",
  lying: "lie",
  dying: "die",
  tying: "tie",
  seeing: "see",
  freeing: "free",
  fleeing: "flee",
  agreeing: "agree",
  focusing: "focus",
  travelling: "travel",
  controlling: "control",
  ruining: "ruin",
  avenging: "avenge",
  revenging: "revenge",
  changing: "change",
  exchanging: "exchange",
  challenging: "challenge",
  arranging: "arrange",
  inviting: "invite",
  uniting: "unite",
  reuniting: "reunite",
  igniting: "ignite",
  completing: "complete",
  competing: "compete",
  becoming: "become",
  overcoming: "overcome",
  exploring: "explore",
  restoring: "restore",
  ignoring: "ignore",
  interfering: "interfere",
};
/** Endings of stems that have lost an e: "investigat", "prov", "pursu", "handl", "decid", "captur". */
const LOST_E =
  /(?:[^eo]at|v|[^k]c|[aeiou]s|[^z]z|u|dg|[lr]g|[aiu]g|[bcdfgkpt]l|[^aeiou][aeiou]k|[^o]id|ap|um|ar|ir|[^o]ur|[^aeo]in)$/;
const NO_LOST_E = /(?:oar|ear|air|oir|eap|oap|ain|oin|eed|ee.|oo.)$/;

/** The verb of an -ing form: "investigating" → "investigate", "running" → "run", "telling" → "tell". Undefined: it is none. */
export function baseOfGerund(word: string): string | undefined {
  const lower = word.toLowerCase();
  const irregular = IRREGULAR[lower];
  if (irregular !== undefined) return irregular;
  const stem = /^(\p{L}{2,})ing$/u.exec(lower)?.[1];
  if (stem === undefined || !/[aeiouy]/.test(stem)) return undefined;
  if (/([^lsfzaeiou])\1$/.test(stem)) return stem.slice(0, -1);
  if (NO_LOST_E.test(stem)) return stem;
  // A short verb that kept its consonant single has lost an e: "hiding", but "hitting".
  if (/^[^aeiou]*[aeiou][^aeiouwxy]$/.test(stem)) return `${stem}e`;
  return LOST_E.test(stem) ? `${stem}e` : stem;
}
