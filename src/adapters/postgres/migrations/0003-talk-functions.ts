/**
 * Writes of several rows as functions: one round trip, one transaction, plans that stay prepared, and no statement for
 * a part that is empty.
 *
 * A frame's number is drawn under a lock of its session, which is held until the commit. Without it a server could
 * show frame 6 before frame 5, and who had read up to 6 would never see 5. On PGlite's one connection the lock is free.
 */
export const talkFunctions = [
  // False when the event is known.
  `CREATE FUNCTION backlot.add_event(p_session text, p_turn text, p_event jsonb, p_said jsonb) RETURNS boolean
  LANGUAGE plpgsql AS $$
  DECLARE
    said_id text := p_said->>'id';
    number bigint;
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(p_session, 0));
    INSERT INTO backlot.events (id, session_id, turn_id, message_id, event)
      VALUES (p_event->>'id', p_session, p_turn, said_id, p_event)
      ON CONFLICT (id) DO NOTHING RETURNING seq INTO number;
    IF NOT FOUND THEN RETURN false; END IF;
    INSERT INTO backlot.pending (session_id, seq, event_id) VALUES (p_session, number, p_event->>'id');
    IF said_id IS NOT NULL THEN
      INSERT INTO backlot.messages (id, session_id, version, doc)
        VALUES (said_id, p_session, (p_said->>'version')::integer, p_said);
      INSERT INTO backlot.frames (session_id, seq, frame)
        VALUES (p_session, number, jsonb_build_object('type', 'message.created', 'message', p_said));
    END IF;
    RETURN true;
  END $$`,

  // False when the event is answered, unknown, or no message.
  `CREATE FUNCTION backlot.replace_text(p_event text, p_text text) RETURNS boolean LANGUAGE plpgsql AS $$
  DECLARE
    said backlot.messages;
  BEGIN
    UPDATE backlot.events e SET event = jsonb_set(e.event, '{text}', to_jsonb(p_text))
      FROM backlot.pending p
      WHERE e.id = p_event AND e.event->>'type' = 'message' AND p.session_id = e.session_id AND p.seq = e.seq;
    IF NOT FOUND THEN RETURN false; END IF;
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
  `CREATE FUNCTION backlot.drop_event(p_event text) RETURNS boolean LANGUAGE plpgsql AS $$
  DECLARE
    dropped backlot.events;
  BEGIN
    SELECT * INTO dropped FROM backlot.events WHERE id = p_event FOR UPDATE;
    DELETE FROM backlot.pending WHERE session_id = dropped.session_id AND seq = dropped.seq;
    IF NOT FOUND THEN RETURN false; END IF;
    UPDATE backlot.events SET event = jsonb_set(event, '{text}', '""', false) WHERE id = p_event;
    DELETE FROM backlot.messages WHERE id = dropped.message_id;
    DELETE FROM backlot.frames WHERE session_id = dropped.session_id AND seq = dropped.seq;
    RETURN true;
  END $$`,

  // False when the message is unknown or its version is not older.
  `CREATE FUNCTION backlot.update_message(p_doc jsonb, p_deliver boolean) RETURNS boolean LANGUAGE plpgsql AS $$
  DECLARE
    new_version integer := (p_doc->>'version')::integer;
    said backlot.messages;
  BEGIN
    UPDATE backlot.messages SET version = new_version, doc = p_doc
      WHERE id = p_doc->>'id' AND version < new_version RETURNING * INTO said;
    IF NOT FOUND THEN RETURN false; END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(said.session_id, 0));
    INSERT INTO backlot.frames (session_id, frame)
      VALUES (said.session_id, jsonb_build_object('type', 'message.updated', 'message', p_doc));
    IF p_deliver THEN
      INSERT INTO backlot.deliveries AS d (message_id, session_id, wanted_version)
        VALUES (said.id, said.session_id, new_version)
        ON CONFLICT (message_id) DO UPDATE SET wanted_version = greatest(d.wanted_version, new_version);
    END IF;
    RETURN true;
  END $$`,
];
