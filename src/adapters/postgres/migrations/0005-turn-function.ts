/** Sessions, message updates, choices and the rest of what a turn writes. Parts that are empty are not in the document. */
export const turnFunction = [
  // In the order given: a session that leaves its place comes before the one that takes it.
  `CREATE FUNCTION backlot.put_sessions(p_rows jsonb) RETURNS void LANGUAGE sql AS $$
    INSERT INTO backlot.sessions (
        id, project_id, workspace_id, platform, place_workspace, channel, thread, status, created_by, last_at, doc)
      SELECT * FROM jsonb_to_recordset(p_rows) AS x(
        id text, project_id text, workspace_id text, platform text, place_workspace text, channel text, thread text,
        status text, created_by text, last_at timestamptz, doc jsonb)
      ON CONFLICT (id) DO UPDATE SET
        project_id = excluded.project_id, workspace_id = excluded.workspace_id, platform = excluded.platform,
        place_workspace = excluded.place_workspace, channel = excluded.channel, thread = excluded.thread,
        status = excluded.status, last_at = excluded.last_at, doc = excluded.doc
  $$`,

  `CREATE FUNCTION backlot.commit_turn(p jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
  DECLARE
    reply jsonb := p->'reply';
  BEGIN
    DELETE FROM backlot.pending w USING backlot.events e
      WHERE e.id = p->>'event_id' AND w.session_id = e.session_id AND w.seq = e.seq;
    IF NOT FOUND AND EXISTS (SELECT 1 FROM backlot.events WHERE id = p->>'event_id') THEN RETURN false; END IF;
    INSERT INTO backlot.turns (event_id, turn_id, view)
      VALUES (p->>'event_id', p->>'turn_id', p->'view') ON CONFLICT (event_id) DO NOTHING;
    IF NOT FOUND THEN RETURN false; END IF;

    IF p ? 'new_project' THEN
      INSERT INTO backlot.projects (id, workspace_id, version, doc)
        SELECT x.id, x.workspace_id, x.version, p->'new_project'
          FROM jsonb_to_record(p->'new_project') AS x(id text, workspace_id text, version integer);
    END IF;
    IF p ? 'project' THEN
      UPDATE backlot.projects SET version = version + 1, doc = p->'project'
        WHERE id = p->'project'->>'id' AND version + 1 = (p->'project'->>'version')::integer;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'the project was written by someone else' USING ERRCODE = 'BL409';
      END IF;
    END IF;
    PERFORM backlot.put_sessions(p->'sessions');
    IF p ? 'bible' THEN PERFORM backlot.write_bible(p->'bible'); END IF;
    IF p ? 'documents' THEN PERFORM backlot.write_documents(p->'documents'); END IF;
    IF p ? 'points' THEN PERFORM backlot.put_points(p->'points'); END IF;
    IF p ? 'stale' THEN PERFORM backlot.write_stale(p->'stale'); END IF;

    INSERT INTO backlot.messages (id, session_id, version, doc)
      VALUES (reply->>'id', reply->>'session_id', (reply->>'version')::integer, reply);
    IF p ? 'updated_messages' THEN
      UPDATE backlot.messages m SET version = x.version, doc = x.doc
        FROM jsonb_to_recordset(p->'updated_messages') AS x(id text, version integer, doc jsonb)
        WHERE m.id = x.id AND m.version < x.version;
      UPDATE backlot.deliveries d SET wanted_version = greatest(d.wanted_version, x.version)
        FROM jsonb_to_recordset(p->'updated_messages') AS x(id text, version integer)
        WHERE d.message_id = x.id;
    END IF;
    IF p ? 'choices' THEN
      INSERT INTO backlot.choices (id, message_id, state, pressed_by, doc)
        SELECT c->>'id', reply->>'id', c->>'state', c->>'pressed_by', c FROM jsonb_array_elements(p->'choices') AS c;
    END IF;
    IF p ? 'pressed' THEN
      UPDATE backlot.choices SET state = 'pressed', pressed_by = p->'pressed'->>'by'
        WHERE id = p->'pressed'->>'choice_id';
    END IF;
    IF p ? 'forms' THEN
      INSERT INTO backlot.forms (id, session_id, action)
        SELECT * FROM jsonb_to_recordset(p->'forms') AS x(id text, session_id text, action jsonb);
    END IF;
    IF p ? 'operation' THEN PERFORM backlot.add_operation(p->'operation', (p->>'items')::integer); END IF;
    IF (p->>'deliver')::boolean THEN
      INSERT INTO backlot.deliveries (message_id, session_id, wanted_version)
        VALUES (reply->>'id', reply->>'session_id', (reply->>'version')::integer);
    END IF;
    IF p ? 'frames' THEN
      PERFORM pg_advisory_xact_lock(hashtextextended(s, 0)) FROM jsonb_array_elements_text(p->'feeds') AS s;
      INSERT INTO backlot.frames (session_id, frame)
        SELECT * FROM jsonb_to_recordset(p->'frames') AS x(session_id text, frame jsonb);
    END IF;
    IF p ? 'again' THEN
      UPDATE backlot.events SET id = id || ' ' || (p->>'turn_id') WHERE id = p->>'event_id';
      UPDATE backlot.turns SET event_id = event_id || ' ' || turn_id WHERE event_id = p->>'event_id';
    END IF;
    RETURN true;
  END $$`,
];
