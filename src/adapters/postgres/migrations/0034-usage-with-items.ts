/**
 * What a try of an item used of a language model is counted in the write that ends the try: either both are kept or
 * neither. It is counted also when the item is no longer wanted, because it was used all the same.
 */
export const usageWithItems = [
  // p_usage: {input_tokens, output_tokens, cost?}.
  `CREATE FUNCTION backlot.spend(p_id text, p_usage jsonb) RETURNS void LANGUAGE sql AS $$
    UPDATE backlot.operations SET
        input_tokens = coalesce(input_tokens, 0) + (p_usage->>'input_tokens')::integer,
        output_tokens = coalesce(output_tokens, 0) + (p_usage->>'output_tokens')::integer,
        cost = coalesce(cost + (p_usage->>'cost')::double precision, cost, (p_usage->>'cost')::double precision)
      WHERE id = p_id
  $$`,
  `CREATE FUNCTION backlot.complete_item_spending(
    p_id text, p_index integer, p_name text, p_at text, p_entry text, p_bible jsonb, p_stale jsonb, p_usage jsonb)
  RETURNS SETOF backlot.operations LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM backlot.spend(p_id, p_usage);
    BEGIN
      IF p_stale IS NULL THEN
        RETURN QUERY SELECT * FROM backlot.complete_item(p_id, p_index, p_name, p_at, p_entry, p_bible);
      ELSE
        RETURN QUERY
          SELECT * FROM backlot.complete_item_and_marks(p_id, p_index, p_name, p_at, p_entry, p_bible, p_stale);
      END IF;
    EXCEPTION WHEN SQLSTATE 'BL410' THEN NULL;
    END;
  END $$`,
  `CREATE FUNCTION backlot.pass_item_spending(
    p_id text, p_index integer, p_name text, p_at text, p_entry text, p_usage jsonb)
  RETURNS SETOF backlot.operations LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM backlot.spend(p_id, p_usage);
    BEGIN
      RETURN QUERY SELECT * FROM backlot.pass_item(p_id, p_index, p_name, p_at, p_entry);
    EXCEPTION WHEN SQLSTATE 'BL410' THEN NULL;
    END;
  END $$`,
  `CREATE FUNCTION backlot.fail_item_spending(
    p_id text, p_index integer, p_error text, p_attempts integer, p_at text, p_usage jsonb)
  RETURNS SETOF backlot.operations LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM backlot.spend(p_id, p_usage);
    BEGIN
      RETURN QUERY SELECT * FROM backlot.fail_item(p_id, p_index, p_error, p_attempts, p_at);
    EXCEPTION WHEN SQLSTATE 'BL410' THEN NULL;
    END;
  END $$`,
  `CREATE FUNCTION backlot.try_item(p_id text, p_index integer, p_error text, p_usage jsonb)
  RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    -- The operation's row first, as everywhere.
    IF p_usage IS NOT NULL THEN PERFORM backlot.spend(p_id, p_usage); END IF;
    UPDATE backlot.operation_items SET attempts = attempts + 1, error = p_error
      WHERE operation_id = p_id AND index = p_index AND status IN ('pending', 'processing');
  END $$`,
];
