/**
 * A message is answered as it stands: who changes it and who answers it wait for each other at its row of `pending`, and
 * an answer to other words than are there by then is not written. A turn that remembers nothing leaves alone what its
 * session remembers, which another turn may have written meanwhile. Of what is taken back no frame is kept.
 */
export const wordsAsAnswered = [
  // False when the event is answered, unknown, or no message.
  `CREATE OR REPLACE FUNCTION backlot.replace_text(p_event text, p_text text) RETURNS boolean LANGUAGE plpgsql AS $$
  DECLARE
    said backlot.messages;
  BEGIN
    PERFORM 1 FROM backlot.pending p JOIN backlot.events e ON p.session_id = e.session_id AND p.seq = e.seq
      WHERE e.id = p_event AND e.event->>'type' = 'message' FOR UPDATE OF p;
    IF NOT FOUND THEN RETURN false; END IF;
    UPDATE backlot.events SET event = jsonb_set(event, '{text}', to_jsonb(p_text)) WHERE id = p_event;
    UPDATE backlot.messages m SET
        version = m.version + 1,
        doc = m.doc || jsonb_build_object('text', p_text, 'version', m.version + 1)
      FROM backlot.events e WHERE e.id = p_event AND m.id = e.message_id
      RETURNING m.* INTO said;
    IF FOUND THEN
      PERFORM pg_advisory_xact_lock(hashtextextended(said.session_id, 0));
      INSERT INTO backlot.frames (session_id, frame)
        VALUES (said.session_id, jsonb_build_object('type', 'message.updated', 'message', said.doc));
    END IF;
    RETURN true;
  END $$`,

  // The event stays known, without its words, so that a late second delivery of it changes nothing.
  `CREATE OR REPLACE FUNCTION backlot.drop_event(p_event text) RETURNS boolean LANGUAGE plpgsql AS $$
  DECLARE
    dropped backlot.events;
  BEGIN
    DELETE FROM backlot.pending p USING backlot.events e
      WHERE e.id = p_event AND p.session_id = e.session_id AND p.seq = e.seq;
    IF NOT FOUND THEN RETURN false; END IF;
    UPDATE backlot.events SET event = jsonb_set(event, '{text}', '""', false) WHERE id = p_event
      RETURNING * INTO dropped;
    DELETE FROM backlot.messages WHERE id = dropped.message_id;
    DELETE FROM backlot.frames WHERE session_id = dropped.session_id AND seq >= dropped.seq
      AND frame->'message'->>'id' = dropped.message_id;
    RETURN true;
  END $$`,

  `CREATE FUNCTION backlot.check_words(p_event text, p_words text) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM 1 FROM backlot.events WHERE id = p_event AND event->>'text' IS DISTINCT FROM p_words;
    IF FOUND THEN
      RAISE EXCEPTION 'the message was changed meanwhile' USING ERRCODE = 'BL409';
    END IF;
  END $$`,

  `CREATE OR REPLACE FUNCTION backlot.put_sessions(p_rows jsonb) RETURNS void LANGUAGE sql AS $$
    UPDATE backlot.sessions s SET
        last_at = x.last_at,
        doc = s.doc || jsonb_build_object('last_message_at', x.doc->'last_message_at') ||
          CASE WHEN s.project_id = x.project_id AND x.keep IS NOT TRUE
            THEN jsonb_build_object('memory', x.doc->'memory') ELSE '{}'::jsonb END
      FROM jsonb_to_recordset(p_rows) AS x(
        id text, project_id text, last_at timestamptz, doc jsonb, touch boolean, keep boolean)
      WHERE x.touch AND s.id = x.id;
    INSERT INTO backlot.sessions (
        id, project_id, workspace_id, platform, place_workspace, channel, thread, status, created_by, last_at, doc)
      SELECT id, project_id, workspace_id, platform, place_workspace, channel, thread, status, created_by, last_at, doc
        FROM jsonb_to_recordset(p_rows) AS x(
          id text, project_id text, workspace_id text, platform text, place_workspace text, channel text, thread text,
          status text, created_by text, last_at timestamptz, doc jsonb, touch boolean)
        WHERE touch IS NOT TRUE
      ON CONFLICT (id) DO UPDATE SET
        project_id = excluded.project_id, workspace_id = excluded.workspace_id, platform = excluded.platform,
        place_workspace = excluded.place_workspace, channel = excluded.channel, thread = excluded.thread,
        status = excluded.status, last_at = excluded.last_at, doc = excluded.doc
  $$`,

  // The rest of a turn is written as before. Its row of pending is held by then, so that the words stay as they are.
  "ALTER FUNCTION backlot.commit_turn(jsonb) RENAME TO commit_turn_and_inputs",
  `CREATE FUNCTION backlot.commit_turn(p jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
  BEGIN
    IF p ? 'words' THEN
      PERFORM 1 FROM backlot.pending w JOIN backlot.events e ON w.session_id = e.session_id AND w.seq = e.seq
        WHERE e.id = p->>'event_id' FOR UPDATE OF w;
      IF FOUND THEN PERFORM backlot.check_words(p->>'event_id', p->>'words'); END IF;
    END IF;
    RETURN backlot.commit_turn_and_inputs(p);
  END $$`,

  // Null when the event is answered already; else whether the reply can be sent as it is.
  `CREATE FUNCTION backlot.commit_talk(
    p_event text, p_turn text, p_view jsonb, p_reply jsonb, p_choices jsonb,
    p_project text, p_at text, p_memory jsonb, p_deliver boolean, p_words text
  ) RETURNS boolean LANGUAGE plpgsql AS $$
  DECLARE
    reply_id text := p_reply->>'id';
    session text := p_reply->>'session_id';
    reply_version integer := (p_reply->>'version')::integer;
    clear boolean := false;
  BEGIN
    DELETE FROM backlot.pending w USING backlot.events e
      WHERE e.id = p_event AND w.session_id = e.session_id AND w.seq = e.seq;
    IF NOT FOUND AND EXISTS (SELECT 1 FROM backlot.events WHERE id = p_event) THEN RETURN NULL; END IF;
    IF p_words IS NOT NULL THEN
      PERFORM backlot.check_words(p_event, p_words);
    END IF;
    INSERT INTO backlot.turns (event_id, turn_id, view) VALUES (p_event, p_turn, p_view)
      ON CONFLICT (event_id) DO NOTHING;
    IF NOT FOUND THEN RETURN NULL; END IF;
    UPDATE backlot.sessions s SET
        last_at = p_at::timestamptz,
        doc = s.doc || CASE WHEN s.project_id = p_project AND p_memory IS NOT NULL
          THEN jsonb_build_object('last_message_at', p_at, 'memory', p_memory)
          ELSE jsonb_build_object('last_message_at', p_at) END
      WHERE s.id = session;
    INSERT INTO backlot.messages (id, session_id, version, doc) VALUES (reply_id, session, reply_version, p_reply);
    IF p_choices IS NOT NULL THEN
      INSERT INTO backlot.choices (id, message_id, state, pressed_by, doc)
        SELECT c->>'id', reply_id, c->>'state', c->>'pressed_by', c FROM jsonb_array_elements(p_choices) AS c;
    END IF;
    IF p_deliver THEN
      clear := NOT EXISTS (SELECT 1 FROM backlot.deliveries d WHERE d.session_id = session AND NOT d.dead
          AND d.wanted_version > d.delivered_version AND d.platform_id IS NULL)
        AND NOT EXISTS (SELECT 1 FROM backlot.deliveries lost WHERE lost.untold AND lost.session_id = session)
        AND NOT EXISTS (SELECT 1 FROM backlot.drafts WHERE message_id = reply_id);
      INSERT INTO backlot.deliveries (message_id, session_id, wanted_version)
        VALUES (reply_id, session, reply_version);
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(session, 0));
    INSERT INTO backlot.frames (session_id, frame)
      VALUES (session, jsonb_build_object('type', 'message.created', 'message', p_reply));
    RETURN clear;
  END $$`,
];
