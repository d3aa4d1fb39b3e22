/** Whoever began to tell an outcome may have died before it was told. */
export const heldOutcomes = ["ALTER TABLE backlot.outcomes ADD COLUMN held_until timestamptz"];
