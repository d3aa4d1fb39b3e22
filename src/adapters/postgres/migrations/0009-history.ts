/** What undo, redo and the history read: changes that stand again, who wrote, and the rewritings of a project's documents. */
export const history = [
  "ALTER TABLE backlot.changes ADD COLUMN redoes text",
  `CREATE INDEX changes_redoable ON backlot.changes (session_id, seq)
    WHERE session_id IS NOT NULL AND NOT undone AND undoes IS NOT NULL AND redoes IS NULL`,
  "CREATE INDEX changes_of_author ON backlot.changes (project_id, (doc->>'by'), seq)",
  // They draw their numbers from the changes' own sequence, so that both are in one order.
  `CREATE TABLE backlot.document_changes (
    id text PRIMARY KEY,
    seq bigint NOT NULL DEFAULT nextval(pg_get_serial_sequence('backlot.changes', 'seq')),
    project_id text NOT NULL,
    document text NOT NULL,
    session_id text NOT NULL,
    turn_id text NOT NULL,
    undoes text,
    redoes text,
    undone boolean NOT NULL,
    doc jsonb NOT NULL
  )`,
  "CREATE INDEX document_changes_of_project ON backlot.document_changes (project_id, seq)",
  "CREATE INDEX document_changes_of_document ON backlot.document_changes (project_id, document, seq)",
  "CREATE INDEX document_changes_of_turn ON backlot.document_changes (turn_id, seq)",
  "CREATE INDEX document_changes_of_session ON backlot.document_changes (session_id, seq)",
  "ALTER TABLE backlot.document_changes SET (toast_tuple_target = 8160)",

  `CREATE FUNCTION backlot.write_documents(p jsonb) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO backlot.document_changes
        (id, project_id, document, session_id, turn_id, undoes, redoes, undone, doc)
      SELECT x.id, x.project_id, x.document, x.session_id, x.turn_id, x.undoes, x.redoes, x.undone, x.doc
        FROM jsonb_to_recordset(p->'rows') AS x(
        id text, project_id text, document text, session_id text, turn_id text, undoes text, redoes text,
        undone boolean, doc jsonb);
    UPDATE backlot.document_changes SET undone = true
      WHERE id IN (SELECT jsonb_array_elements_text(p->'undone'));
    UPDATE backlot.document_changes SET undone = false
      WHERE id IN (SELECT jsonb_array_elements_text(p->'redone'));
  END $$`,

  // What a session wrote last, unit by unit: a turn, or an operation. With p_redo, what its undos took back last; since
  // says that something new was written after the newest of them, and a unit that lies before something new ends the line.
  `CREATE FUNCTION backlot.last_written(p_session text, p_units integer, p_redo boolean) RETURNS jsonb
  LANGUAGE plpgsql AS $$
  DECLARE
    units text[] := '{}';
    newest record;
    fresh bigint := 0;
    since boolean := false;
  BEGIN
    IF p_redo THEN
      SELECT max(f.seq) INTO fresh FROM (
        (SELECT seq FROM backlot.changes WHERE session_id = p_session AND undoes IS NULL ORDER BY seq DESC LIMIT 1)
        UNION ALL
        (SELECT seq FROM backlot.document_changes WHERE session_id = p_session AND undoes IS NULL
          ORDER BY seq DESC LIMIT 1)
      ) AS f;
    END IF;
    FOR i IN 1..p_units LOOP
      SELECT n.seq, n.unit INTO newest FROM (
        (SELECT seq, coalesce(operation_id, turn_id, id) AS unit FROM backlot.changes
          WHERE session_id = p_session AND NOT undone AND undoes IS NULL AND NOT p_redo
            AND coalesce(operation_id, turn_id, id) <> ALL (units) ORDER BY seq DESC LIMIT 1)
        UNION ALL
        (SELECT seq, coalesce(operation_id, turn_id, id) AS unit FROM backlot.changes
          WHERE session_id = p_session AND NOT undone AND undoes IS NOT NULL AND redoes IS NULL AND p_redo
            AND coalesce(operation_id, turn_id, id) <> ALL (units) ORDER BY seq DESC LIMIT 1)
        UNION ALL
        (SELECT seq, turn_id AS unit FROM backlot.document_changes
          WHERE session_id = p_session AND NOT undone AND redoes IS NULL AND (undoes IS NOT NULL) = p_redo
            AND turn_id <> ALL (units) ORDER BY seq DESC LIMIT 1)
      ) AS n ORDER BY n.seq DESC LIMIT 1;
      EXIT WHEN NOT FOUND;
      IF p_redo AND newest.seq < fresh THEN
        since := i = 1;
        EXIT WHEN i > 1;
      END IF;
      units := units || newest.unit;
    END LOOP;
    RETURN jsonb_build_object(
      'since', since,
      'changes', (SELECT coalesce(jsonb_agg(
          c.doc || jsonb_build_object('before', c.before, 'after', c.after, 'undone', c.undone) ORDER BY c.seq), '[]')
        FROM unnest(units) AS u CROSS JOIN LATERAL (
          SELECT * FROM backlot.changes t WHERE t.turn_id = u AND t.operation_id IS NULL
          UNION ALL SELECT * FROM backlot.changes t WHERE t.operation_id = u
          UNION ALL SELECT * FROM backlot.changes t WHERE t.id = u
        ) AS c
        WHERE NOT c.undone AND (c.undoes IS NOT NULL) = p_redo AND c.redoes IS NULL),
      'documents', (SELECT coalesce(jsonb_agg(d.doc || jsonb_build_object('undone', d.undone) ORDER BY d.seq), '[]')
        FROM unnest(units) AS u JOIN backlot.document_changes d ON d.turn_id = u
        WHERE NOT d.undone AND (d.undoes IS NOT NULL) = p_redo AND d.redoes IS NULL));
  END $$`,
];
