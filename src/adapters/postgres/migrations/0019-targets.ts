/** Items of bulk work that are about something there is, those that write nothing, and what an item's change puts out of date. */
export const targets = [
  "ALTER TABLE backlot.operation_items ADD COLUMN target text",
  // The rest of a turn is written as before.
  "ALTER FUNCTION backlot.commit_turn(jsonb) RENAME TO commit_turn_and_definition",
  `CREATE FUNCTION backlot.commit_turn(p jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT backlot.commit_turn_and_definition(p) THEN RETURN false; END IF;
    IF p ? 'targets' THEN
      UPDATE backlot.operation_items i SET target = x.target
        FROM jsonb_array_elements_text(p->'targets') WITH ORDINALITY AS x(target, place)
        WHERE i.operation_id = p->'operation'->>'id' AND i.index = x.place - 1;
    END IF;
    RETURN true;
  END $$`,
  // As complete_item, with the marks of what is out of date.
  `CREATE FUNCTION backlot.complete_item_and_marks(
    p_id text, p_index integer, p_name text, p_at text, p_entry text, p_bible jsonb, p_stale jsonb)
  RETURNS SETOF backlot.operations LANGUAGE plpgsql AS $$
  BEGIN
    RETURN QUERY SELECT * FROM backlot.complete_item(p_id, p_index, p_name, p_at, p_entry, p_bible);
    IF FOUND THEN PERFORM backlot.write_stale(p_stale); END IF;
  END $$`,
  // As complete_item, for an item that writes nothing to the bible.
  `CREATE FUNCTION backlot.pass_item(p_id text, p_index integer, p_name text, p_at text, p_entry text)
  RETURNS SETOF backlot.operations LANGUAGE plpgsql AS $$
  DECLARE
    op backlot.operations;
  BEGIN
    UPDATE backlot.operations SET
        completed = completed + 1,
        status = CASE WHEN completed + 1 + failed + cancelled < total THEN 'processing' ELSE 'completed' END,
        ended_at = CASE WHEN completed + 1 + failed + cancelled < total THEN NULL ELSE p_at END
      WHERE id = p_id AND status IN ('pending', 'processing') RETURNING * INTO op;
    IF NOT FOUND THEN RETURN; END IF;
    UPDATE backlot.operation_items
      SET status = 'completed', name = p_name, entry_id = p_entry, error = NULL, attempts = attempts + 1
      WHERE operation_id = p_id AND index = p_index AND status IN ('pending', 'processing');
    IF NOT FOUND THEN RAISE EXCEPTION 'the item is no longer wanted' USING ERRCODE = 'BL410'; END IF;
    RETURN NEXT op;
  END $$`,
];
