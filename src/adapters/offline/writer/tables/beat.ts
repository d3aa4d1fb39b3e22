/**
 * One of the fifteen beats of Blake Snyder's sheet. `short` is for the beat sheet, `long` for synopsis and
 * treatment. Words: `{intro}` names the lead in full, `{first}` after that, with pronouns of grammar.ts for the lead;
 * `{foe} {ally} {place} {place2} {place3} {prop}` are noun phrases, `{a thing}` is the prop when first seen; `{goal}` is "to …"; `{but} {lie} {need}` are
 * those of the lead's core; `{stakes}` is a whole sentence.
 */
export interface Beat {
  readonly name: string;
  readonly act: 1 | 2 | 3;
  readonly short: readonly [string, string];
  readonly long: readonly [string, string];
}
