import { wordSet } from "./word-set.ts";

export const ADVERBS = wordSet(
  "actually now really also always secretly just currently still already usually definitely clearly obviously deeply truly both constantly often only finally recently kinda once",
);
export const COPULAS = wordSet("is 's was are were 're am be being");
export const NEGATIONS = wordSet("not n't never no nor neither hardly barely nobody nothing none without");
export const MODALS = wordSet(
  "might could would should may can will must shall 'd 'll wo ca cannot would've could've should've ought",
);
