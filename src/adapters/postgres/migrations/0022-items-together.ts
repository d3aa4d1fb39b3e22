/** Writing several items of bulk work in one statement: what a statement costs beside its rows is most of an item's cost. */
export const itemsTogether = [
  // As complete_item, for items that each make an entry; all or nothing. p_items: [{index, name, entry_id}].
  `CREATE FUNCTION backlot.complete_items(p_id text, p_at text, p_items jsonb, p_bible jsonb)
  RETURNS SETOF backlot.operations LANGUAGE plpgsql AS $$
  DECLARE
    op backlot.operations;
    made integer := jsonb_array_length(p_items);
    written integer;
  BEGIN
    UPDATE backlot.operations SET
        completed = completed + made,
        status = CASE WHEN completed + made + failed + cancelled < total THEN 'processing' ELSE 'completed' END,
        ended_at = CASE WHEN completed + made + failed + cancelled < total THEN NULL ELSE p_at END
      WHERE id = p_id AND status IN ('pending', 'processing') RETURNING * INTO op;
    IF NOT FOUND THEN RETURN; END IF;
    UPDATE backlot.operation_items i
      SET status = 'completed', name = x.name, entry_id = x.entry_id, error = NULL, attempts = attempts + 1
      FROM jsonb_to_recordset(p_items) AS x(index integer, name text, entry_id text)
      WHERE i.operation_id = p_id AND i.index = x.index AND i.status IN ('pending', 'processing');
    GET DIAGNOSTICS written = ROW_COUNT;
    IF written <> made THEN RAISE EXCEPTION 'an item is no longer wanted' USING ERRCODE = 'BL410'; END IF;
    PERFORM backlot.write_bible(p_bible);
    PERFORM pg_advisory_xact_lock(hashtextextended(op.session_id, 0));
    INSERT INTO backlot.frames (session_id, frame)
      SELECT op.session_id, jsonb_build_object('type', 'change', 'change', x.change->'doc')
        FROM jsonb_array_elements(p_bible->'changes') WITH ORDINALITY AS x(change, place) ORDER BY x.place;
    RETURN NEXT op;
  END $$`,
];
