/** What Backlot asked and waits for, and what was made from something that changed since. */
export const openPoints = [
  `CREATE TABLE backlot.points (
    id text PRIMARY KEY,
    project_id text NOT NULL,
    session_id text NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    open boolean NOT NULL,
    version integer NOT NULL,
    doc jsonb NOT NULL
  ) WITH (fillfactor = 70)`,
  "CREATE INDEX points_open ON backlot.points (project_id, seq) WHERE open",
  `CREATE TABLE backlot.stale_marks (
    dependant_id text NOT NULL,
    change_id text NOT NULL,
    project_id text NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    doc jsonb NOT NULL,
    PRIMARY KEY (dependant_id, change_id)
  )`,
  "CREATE INDEX stale_of_project ON backlot.stale_marks (project_id, seq)",
  "CREATE INDEX stale_of_change ON backlot.stale_marks (change_id)",

  // Version 1 is a new point; a higher one takes the place of the one before it.
  `CREATE FUNCTION backlot.put_points(p_rows jsonb) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    written integer;
  BEGIN
    WITH given AS (
      SELECT x.*, (x.version - 1) AS expected FROM jsonb_to_recordset(p_rows) AS x(
        id text, project_id text, session_id text, open boolean, version integer, doc jsonb)
    ), made AS (
      INSERT INTO backlot.points (id, project_id, session_id, open, version, doc)
        SELECT id, project_id, session_id, open, version, doc FROM given WHERE expected = 0
        RETURNING 1
    ), renewed AS (
      UPDATE backlot.points t SET open = g.open, version = g.version, doc = g.doc
        FROM given g WHERE g.expected > 0 AND t.id = g.id AND t.version = g.expected
        RETURNING 1
    )
    SELECT (SELECT count(*) FROM made) + (SELECT count(*) FROM renewed) INTO written;
    IF written <> jsonb_array_length(p_rows) THEN
      RAISE EXCEPTION 'a point was answered by someone else' USING ERRCODE = 'BL409';
    END IF;
  END $$`,

  // A cause marks the living scenes that are linked to it, but for those the same turn writes.
  `CREATE FUNCTION backlot.write_stale(p jsonb) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    IF p ? 'cleared' THEN
      DELETE FROM backlot.stale_marks WHERE dependant_id IN (SELECT jsonb_array_elements_text(p->'cleared'));
    END IF;
    IF p ? 'causes' THEN
      INSERT INTO backlot.stale_marks (dependant_id, change_id, project_id, doc)
        SELECT l.entry_id, c->>'change_id', c->>'project_id', c || jsonb_build_object('dependant_id', l.entry_id)
          FROM jsonb_array_elements(p->'causes') AS c
          JOIN backlot.entry_links l ON l.target_id = c->>'cause_id'
          JOIN backlot.entries e ON e.id = l.entry_id AND e.living AND e.kind = 'scene'
          WHERE NOT p->'written' ? l.entry_id
        ON CONFLICT DO NOTHING;
    END IF;
    IF p ? 'marks' THEN
      INSERT INTO backlot.stale_marks (dependant_id, change_id, project_id, doc)
        SELECT m->>'dependant_id', m->>'change_id', m->>'project_id', m FROM jsonb_array_elements(p->'marks') AS m
        ON CONFLICT DO NOTHING;
    END IF;
  END $$`,

  // Twins are told apart for scenes and relationships alone, so that the names of a project's own kinds are taken once too.
  `ALTER TABLE backlot.entries ALTER COLUMN twin
    SET EXPRESSION AS (CASE WHEN kind IN ('scene', 'relationship') THEN seq ELSE 0 END)`,
];
