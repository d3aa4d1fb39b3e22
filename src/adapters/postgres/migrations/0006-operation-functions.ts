/**
 * Bulk work. Each function locks the operation's row before its items, so that ending an item, cancelling and retrying
 * follow one another. Each answers the operation as it is then, or no row when there was nothing to do.
 */
export const operationFunctions = [
  `CREATE FUNCTION backlot.add_operation(p_doc jsonb, p_items integer) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO backlot.operations (
        id, project_id, session_id, turn_id, status, total, completed, failed, cancelled, shown, round, ended_at, doc)
      SELECT x.id, x.project_id, x.session_id, x.turn_id, x.status, n.total, n.completed, n.failed, n.cancelled,
          x.shown, x.round, x.ended_at, p_doc
        FROM jsonb_to_record(p_doc) AS x(
          id text, project_id text, session_id text, turn_id text, status text, shown boolean, round integer,
          ended_at text),
        jsonb_to_record(p_doc->'progress') AS n(total integer, completed integer, failed integer, cancelled integer);
    INSERT INTO backlot.operation_items (operation_id, index, status)
      SELECT p_doc->>'id', i, 'pending' FROM generate_series(0, p_items - 1) AS i;
  END $$`,

  // How an operation ends: all failed is failed; what was cancelled and gave nothing stays cancelled.
  `CREATE FUNCTION backlot.ending(p_completed integer, p_cancelled integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN p_completed > 0 THEN 'completed' WHEN p_cancelled > 0 THEN 'cancelled' ELSE 'failed' END
  $$`,

  // The feed's frame is made of the item's change, which is in the call already.
  `CREATE FUNCTION backlot.complete_item(p_id text, p_index integer, p_name text, p_at text, p_entry text, p_bible jsonb)
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
    PERFORM backlot.write_bible(p_bible);
    PERFORM pg_advisory_xact_lock(hashtextextended(op.session_id, 0));
    INSERT INTO backlot.frames (session_id, frame)
      VALUES (op.session_id, jsonb_build_object('type', 'change', 'change', p_bible->'changes'->0->'doc'));
    RETURN NEXT op;
  END $$`,

  `CREATE FUNCTION backlot.fail_item(p_id text, p_index integer, p_error text, p_attempts integer, p_at text)
  RETURNS SETOF backlot.operations LANGUAGE plpgsql AS $$
  DECLARE
    op backlot.operations;
  BEGIN
    UPDATE backlot.operations SET
        failed = failed + 1,
        status = CASE WHEN completed + failed + 1 + cancelled < total THEN 'processing'
          ELSE backlot.ending(completed, cancelled) END,
        ended_at = CASE WHEN completed + failed + 1 + cancelled < total THEN NULL
          ELSE coalesce(p_at, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) END
      WHERE id = p_id AND status IN ('pending', 'processing') RETURNING * INTO op;
    IF NOT FOUND THEN RETURN; END IF;
    UPDATE backlot.operation_items SET status = 'failed', error = p_error, attempts = p_attempts
      WHERE operation_id = p_id AND index = p_index AND status IN ('pending', 'processing');
    IF NOT FOUND THEN RAISE EXCEPTION 'the item is no longer wanted' USING ERRCODE = 'BL410'; END IF;
    RETURN NEXT op;
  END $$`,

  // {operation, indexes}: the operation's row and the items it no longer runs.
  `CREATE FUNCTION backlot.cancel_operation(p_id text, p_at text) RETURNS jsonb LANGUAGE plpgsql AS $$
  DECLARE
    op backlot.operations;
    stopped integer[];
  BEGIN
    PERFORM 1 FROM backlot.operations WHERE id = p_id AND status IN ('pending', 'processing') FOR UPDATE;
    IF NOT FOUND THEN RETURN NULL; END IF;
    WITH items AS (
      UPDATE backlot.operation_items SET status = 'cancelled'
        WHERE operation_id = p_id AND status IN ('pending', 'processing') RETURNING index
    ) SELECT coalesce(array_agg(index ORDER BY index), '{}') INTO stopped FROM items;
    UPDATE backlot.operations
      SET status = 'cancelled', ended_at = p_at, cancelled = cancelled + cardinality(stopped)
      WHERE id = p_id RETURNING * INTO op;
    RETURN jsonb_build_object('operation', to_jsonb(op), 'indexes', to_jsonb(stopped));
  END $$`,

  `CREATE FUNCTION backlot.retry_operation(p_id text) RETURNS jsonb LANGUAGE plpgsql AS $$
  DECLARE
    op backlot.operations;
    again integer[];
  BEGIN
    PERFORM 1 FROM backlot.operations WHERE id = p_id AND failed > 0 FOR UPDATE;
    IF NOT FOUND THEN RETURN NULL; END IF;
    WITH items AS (
      UPDATE backlot.operation_items SET status = 'pending', error = NULL
        WHERE operation_id = p_id AND status = 'failed' RETURNING index
    ) SELECT array_agg(index ORDER BY index) INTO again FROM items;
    UPDATE backlot.operations SET
        failed = 0, round = round + 1, shown = false, ended_at = NULL,
        status = CASE WHEN completed > 0 THEN 'processing' ELSE 'pending' END
      WHERE id = p_id RETURNING * INTO op;
    RETURN jsonb_build_object('operation', to_jsonb(op), 'indexes', to_jsonb(again));
  END $$`,
];
