/** What was said of an item of bulk work before it is made, as rows of a sheet say it. */
export const inputs = [
  "ALTER TABLE backlot.operation_items ADD COLUMN input jsonb",
  // The rest of a turn is written as before.
  "ALTER FUNCTION backlot.commit_turn(jsonb) RENAME TO commit_turn_and_targets",
  `CREATE FUNCTION backlot.commit_turn(p jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT backlot.commit_turn_and_targets(p) THEN RETURN false; END IF;
    IF p ? 'inputs' THEN
      UPDATE backlot.operation_items i SET input = x.input
        FROM jsonb_array_elements(p->'inputs') WITH ORDINALITY AS x(input, place)
        WHERE i.operation_id = p->'operation'->>'id' AND i.index = x.place - 1;
    END IF;
    RETURN true;
  END $$`,
];
