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
  // A mark stands unless its change is undone or its dependant was written anew since, by the change or turn `cleared_by`.
  `CREATE TABLE backlot.stale_marks (
    dependant_id text NOT NULL,
    change_id text NOT NULL,
    project_id text NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    undone boolean NOT NULL DEFAULT false,
    cleared_by text,
    doc jsonb NOT NULL,
    PRIMARY KEY (dependant_id, change_id)
  )`,
  "CREATE INDEX stale_of_project ON backlot.stale_marks (project_id, seq) WHERE NOT undone AND cleared_by IS NULL",
  "CREATE INDEX stale_of_change ON backlot.stale_marks (change_id)",
  "CREATE INDEX stale_cleared ON backlot.stale_marks (cleared_by) WHERE cleared_by IS NOT NULL",

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

  // What was written anew because of a change that is undone now is behind; what was written anew by one is as before.
  `CREATE FUNCTION backlot.take_back_stale(p jsonb) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    gone text[] := ARRAY(SELECT jsonb_array_elements_text(p->'undone'));
  BEGIN
    IF p ? 'reversals' THEN
      INSERT INTO backlot.stale_marks (dependant_id, change_id, project_id, doc)
        SELECT m.dependant_id, r->>'change_id', m.project_id,
            (r - 'undoes') || jsonb_build_object('dependant_id', m.dependant_id)
          FROM jsonb_array_elements(p->'reversals') AS r
          JOIN backlot.stale_marks m ON m.change_id = r->>'undoes'
          WHERE NOT m.undone AND m.cleared_by IS NOT NULL AND m.cleared_by <> ALL (gone)
        ON CONFLICT DO NOTHING;
    END IF;
    UPDATE backlot.stale_marks SET undone = true WHERE change_id = ANY (gone) AND NOT undone;
    UPDATE backlot.stale_marks SET cleared_by = NULL WHERE cleared_by = ANY (gone);
  END $$`,

  // A cause marks the living scenes that are linked to it, or to all in `linked`, but for those the same turn makes or writes anew.
  `CREATE FUNCTION backlot.write_stale(p jsonb) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    IF p ? 'undone' THEN PERFORM backlot.take_back_stale(p); END IF;
    IF p ? 'redone' THEN
      UPDATE backlot.stale_marks SET undone = false
        WHERE undone AND change_id IN (SELECT jsonb_array_elements_text(p->'redone'));
    END IF;
    IF p ? 'rewritten' THEN
      UPDATE backlot.stale_marks m SET cleared_by = x.by
        FROM jsonb_to_recordset(p->'rewritten') AS x(dependant_id text, by text)
        WHERE m.dependant_id = x.dependant_id AND m.cleared_by IS NULL AND NOT m.undone;
    END IF;
    IF p ? 'fine' THEN
      DELETE FROM backlot.stale_marks
        WHERE dependant_id IN (SELECT jsonb_array_elements_text(p->'fine')) AND cleared_by IS NULL AND NOT undone;
    END IF;
    IF p ? 'causes' THEN
      INSERT INTO backlot.stale_marks (dependant_id, change_id, project_id, doc)
        SELECT l.entry_id, c->>'change_id', c->>'project_id',
            (c - 'linked') || jsonb_build_object('dependant_id', l.entry_id)
          FROM jsonb_array_elements(p->'causes') AS c
          JOIN backlot.entry_links l ON l.target_id = coalesce(c->'linked'->>0, c->>'cause_id')
          JOIN backlot.entries e ON e.id = l.entry_id AND e.living AND e.kind = 'scene'
          WHERE NOT p->'new' ? l.entry_id
            AND (c->'linked'->>1 IS NULL OR EXISTS (
              SELECT 1 FROM backlot.entry_links o WHERE o.target_id = c->'linked'->>1 AND o.entry_id = l.entry_id))
        ON CONFLICT DO NOTHING;
    END IF;
    IF p ? 'marks' THEN
      INSERT INTO backlot.stale_marks (dependant_id, change_id, project_id, doc)
        SELECT m->>'dependant_id', m->>'change_id', m->>'project_id', m FROM jsonb_array_elements(p->'marks') AS m
        ON CONFLICT DO NOTHING;
    END IF;
  END $$`,

  // Twins are told apart for scenes and relationships alone, so that the names of a project's own kinds are taken once too.
  // Column and index are made anew, because only Postgres 17 and later can change an expression in place.
  `ALTER TABLE backlot.entries DROP COLUMN twin, ADD COLUMN twin bigint
    GENERATED ALWAYS AS (CASE WHEN kind IN ('scene', 'relationship') THEN seq ELSE 0 END) STORED`,
  `CREATE UNIQUE INDEX entries_living
    ON backlot.entries (project_id, kind, sort_name, twin) WHERE living`,
];
