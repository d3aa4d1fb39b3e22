/**
 * Most turns only talk: they answer, and remember it. Those are written by a function of their own, with a fifth less
 * work than `commit_turn` has with the many parts that a turn may have.
 */
export const talkTurns = [
  // Null when the event is answered already; else whether the reply can be sent as it is.
  `CREATE FUNCTION backlot.commit_talk(
    p_event text, p_turn text, p_view jsonb, p_reply jsonb, p_choices jsonb,
    p_project text, p_at text, p_memory jsonb, p_deliver boolean
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
    INSERT INTO backlot.turns (event_id, turn_id, view) VALUES (p_event, p_turn, p_view)
      ON CONFLICT (event_id) DO NOTHING;
    IF NOT FOUND THEN RETURN NULL; END IF;
    UPDATE backlot.sessions s SET
        last_at = p_at::timestamptz,
        doc = s.doc || CASE WHEN s.project_id = p_project
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
