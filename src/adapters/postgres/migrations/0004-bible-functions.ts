/** Code BL409: somebody else wrote first. Code BL410: no longer wanted. Both take the whole statement back. */
export const bibleFunctions = [
  `CREATE FUNCTION backlot.update_entries(p_rows jsonb) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    written integer;
  BEGIN
    UPDATE backlot.entries e
      SET kind = x.kind, name = x.name, sort_name = x.sort_name, living = x.living, version = x.version, doc = x.doc
      FROM jsonb_to_recordset(p_rows) AS x(
        id text, kind text, name text, sort_name text, living boolean, expected integer, version integer, doc jsonb)
      WHERE e.id = x.id AND e.version = x.expected;
    GET DIAGNOSTICS written = ROW_COUNT;
    IF written <> jsonb_array_length(p_rows) THEN
      RAISE EXCEPTION 'an entry was written by someone else' USING ERRCODE = 'BL409';
    END IF;
  END $$`,

  // Removals come first: they free the names that the rest may take. So do entries that change their name, for a moment,
  // since one statement may give a name on from one to the next, and a unique index looks at every row by itself.
  // A change that makes an entry (`made`) takes its `after` from the entry written a moment before: a made-up character is
  // several kilobytes, and reading it as JSON is most of what writing it costs.
  `CREATE FUNCTION backlot.write_bible(p jsonb) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    IF p ? 'removed' THEN PERFORM backlot.update_entries(p->'removed'); END IF;
    IF p ? 'renamed' THEN
      UPDATE backlot.entries SET living = false WHERE id IN (SELECT jsonb_array_elements_text(p->'renamed'));
    END IF;
    IF p ? 'updated' THEN PERFORM backlot.update_entries(p->'updated'); END IF;
    IF p ? 'created' THEN
      INSERT INTO backlot.entries (id, project_id, kind, name, sort_name, living, version, doc)
        SELECT * FROM jsonb_to_recordset(p->'created') AS x(
          id text, project_id text, kind text, name text, sort_name text, living boolean, version integer, doc jsonb);
    END IF;
    IF p ? 'names_out' THEN
      DELETE FROM backlot.entry_names n
        USING jsonb_to_recordset(p->'names_out') AS x(project_id text, key text, rank smallint, entry_id text)
        WHERE n.project_id = x.project_id AND n.key = x.key AND n.rank = x.rank AND n.entry_id = x.entry_id;
    END IF;
    IF p ? 'names_in' THEN
      INSERT INTO backlot.entry_names (project_id, key, rank, entry_id)
        SELECT * FROM jsonb_to_recordset(p->'names_in') AS x(project_id text, key text, rank smallint, entry_id text);
    END IF;
    IF p ? 'links_out' THEN
      DELETE FROM backlot.entry_links l
        USING jsonb_to_recordset(p->'links_out') AS x(target_id text, entry_id text)
        WHERE l.target_id = x.target_id AND l.entry_id = x.entry_id;
    END IF;
    IF p ? 'links_in' THEN
      INSERT INTO backlot.entry_links (target_id, entry_id)
        SELECT * FROM jsonb_to_recordset(p->'links_in') AS x(target_id text, entry_id text);
    END IF;
    IF p ? 'changes' THEN
      INSERT INTO backlot.changes
          (id, project_id, entry_id, session_id, turn_id, operation_id, undoes, redoes, undone, doc, before, after)
        SELECT x.id, x.project_id, x.entry_id, x.session_id, x.turn_id, x.operation_id, x.undoes, x.redoes, x.undone, x.doc,
            x.before,
            CASE WHEN x.made THEN (SELECT e.doc FROM backlot.entries e WHERE e.id = x.entry_id) ELSE x.after END
          FROM jsonb_to_recordset(p->'changes') AS x(
          id text, project_id text, entry_id text, session_id text, turn_id text, operation_id text,
          undoes text, redoes text, undone boolean, doc jsonb, before jsonb, after jsonb, made boolean);
    END IF;
    IF p ? 'undone' THEN
      UPDATE backlot.changes SET undone = true
        WHERE id IN (SELECT jsonb_array_elements_text(p->'undone'));
    END IF;
    IF p ? 'redone' THEN
      UPDATE backlot.changes SET undone = false
        WHERE id IN (SELECT jsonb_array_elements_text(p->'redone'));
    END IF;
    IF p ? 'counts' THEN
      INSERT INTO backlot.project_counts AS c (project_id, kind, living)
        SELECT * FROM jsonb_to_recordset(p->'counts') AS x(project_id text, kind text, living integer)
        ON CONFLICT (project_id, kind) DO UPDATE SET living = c.living + excluded.living;
    END IF;
  END $$`,
];
