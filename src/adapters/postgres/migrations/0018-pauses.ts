/**
 * A pause is kept beside the status, so that what runs ends as it would without one. It holds for the round it was made
 * in: whatever begins a round ends it.
 */
export const pauses = [
  "ALTER TABLE backlot.operations ADD COLUMN paused_in integer",
  // {operation, indexes}: the operation's row and the items that wait for a job.
  `CREATE FUNCTION backlot.resume_operation(p_id text) RETURNS jsonb LANGUAGE plpgsql AS $$
  DECLARE
    op backlot.operations;
    waiting integer[];
  BEGIN
    UPDATE backlot.operations SET paused_in = NULL, round = round + 1
      WHERE id = p_id AND status IN ('pending', 'processing') AND paused_in = round RETURNING * INTO op;
    IF NOT FOUND THEN RETURN NULL; END IF;
    SELECT coalesce(array_agg(index ORDER BY index), '{}') INTO waiting FROM backlot.operation_items
      WHERE operation_id = p_id AND status IN ('pending', 'processing');
    RETURN jsonb_build_object('operation', to_jsonb(op), 'indexes', to_jsonb(waiting));
  END $$`,
  // As before, and of work that has ended alone: a job of an earlier round is not run, so none may wait when a round begins.
  `CREATE OR REPLACE FUNCTION backlot.retry_operation(p_id text) RETURNS jsonb LANGUAGE plpgsql AS $$
  DECLARE
    op backlot.operations;
    again integer[];
  BEGIN
    PERFORM 1 FROM backlot.operations WHERE id = p_id AND failed > 0 AND ended_at IS NOT NULL FOR UPDATE;
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
