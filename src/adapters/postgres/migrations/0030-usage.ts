/** What an operation used of a language model; null where it asked none. Cost in US dollars. */
export const usage = [
  `ALTER TABLE backlot.operations
    ADD COLUMN input_tokens integer, ADD COLUMN output_tokens integer, ADD COLUMN cost double precision`,
];
