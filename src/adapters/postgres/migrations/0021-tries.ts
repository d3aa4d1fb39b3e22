/** As before, but a try that fails is counted on top of those before it, of earlier rounds too. */
export const tries = [
  `CREATE OR REPLACE FUNCTION backlot.fail_item(
    p_id text, p_index integer, p_error text, p_attempts integer, p_at text)
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
    UPDATE backlot.operation_items
      SET status = 'failed', error = p_error, attempts = greatest(attempts + 1, p_attempts)
      WHERE operation_id = p_id AND index = p_index AND status IN ('pending', 'processing');
    IF NOT FOUND THEN RAISE EXCEPTION 'the item is no longer wanted' USING ERRCODE = 'BL410'; END IF;
    RETURN NEXT op;
  END $$`,
];
