/**
 * Writing a turn anew: a choice is taken once, choices of a message share a round of votes, and what is told to one
 * person alone is no message.
 */
export const rounds = [
  // The message is what a round goes by: with another version somebody else has voted or decided meanwhile.
  `CREATE FUNCTION backlot.put_round(p jsonb) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM 1 FROM backlot.messages
      WHERE id = p->>'message_id' AND version = (p->>'version')::integer FOR UPDATE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'the round was written by someone else' USING ERRCODE = 'BL409';
    END IF;
    UPDATE backlot.choices c SET
        state = CASE WHEN c.state = 'open' THEN x.c->>'state' ELSE c.state END,
        doc = (c.doc - 'votes' - 'needed') || (x.c - 'id' - 'state')
      FROM jsonb_array_elements(p->'choices') AS x(c) WHERE c.id = x.c->>'id';
  END $$`,

  // A computed choice is stored by the press that uses it up, so that it is found pressed from then on.
  `CREATE FUNCTION backlot.put_press(p jsonb, p_reply text) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    IF p ? 'computed' THEN
      INSERT INTO backlot.choices (id, message_id, state, pressed_by, doc)
        VALUES (p->>'choice_id', p_reply, 'pressed', p->>'by', p->'computed') ON CONFLICT (id) DO NOTHING;
    ELSE
      UPDATE backlot.choices SET state = 'pressed', pressed_by = p->>'by',
          doc = doc || jsonb_strip_nulls(jsonb_build_object('pressed_by_name', p->'by_name'))
        WHERE id = p->>'choice_id' AND state = 'open';
    END IF;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'the choice was taken by someone else' USING ERRCODE = 'BL409';
    END IF;
  END $$`,

  `CREATE OR REPLACE FUNCTION backlot.commit_turn_itself(p jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
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

    IF NOT p ? 'private' THEN
      INSERT INTO backlot.messages (id, session_id, version, doc)
        VALUES (reply->>'id', reply->>'session_id', (reply->>'version')::integer, reply);
    END IF;
    IF p ? 'round' THEN PERFORM backlot.put_round(p->'round'); END IF;
    IF p ? 'pressed' THEN PERFORM backlot.put_press(p->'pressed', reply->>'id'); END IF;
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
