import { wordSet } from "./word-set.ts";

/** "is an alcoholic": a flaw, not a trade. */
export const FLAW_NOUNS = wordSet(
  "alcoholic addict junkie drunk liar bully coward womanizer womaniser kleptomaniac hypochondriac workaholic narcissist perfectionist snob hoarder cheat cheater control-freak pushover egotist racist sexist misogynist misanthrope insomniac gossip philanderer",
);

/** What one has that is a flaw ("a drinking problem", "a short temper"). The last word decides. */
export const FLAW_THINGS = wordSet(
  "problem temper addiction habit fuse ego weakness complex issues streak vice phobia paranoia debt debts gambling",
);
/** What one has that is seen. */
export const LOOK_THINGS = wordSet(
  "hair eyes eye scar scars beard moustache mustache limp tattoo tattoos freckles build face nose teeth tooth skin complexion smile glasses dimples eyebrows cheekbones jaw chin hands wrinkles birthmark hook arm leg prosthetic eyepatch stubble sideburns braids dreadlocks ponytail curls bald-spot posture frame mole piercing piercings afro bob fringe bangs mohawk goatee lips ears finger fingers body physique gait squint",
);
export const VOICE_THINGS = wordSet("accent stutter stammer lisp voice drawl whisper laugh");
export const STRENGTH_THINGS = wordSet("memory reflexes belt degree intuition talent gift skills powers");
/** What hands hold for a moment, or no hand holds: never a prop. */
export const NO_PROPS = wordSet(
  "baby child guilt grudge secret torch weight burden shame himself herself themselves it them him her out on off conversation conversations away team film movie show risk himself water-grudge responsibility responsibilities pain grief sadness scars trauma hope fear all everything nothing that this weight",
);
/** Bad habits: with them a verb tells a flaw ("drinks too much"). */
export const BAD_HABITS = wordSet(
  "drinks gambles lies steals cheats smokes swears overthinks procrastinates worries trusts eats spends talks works",
);
