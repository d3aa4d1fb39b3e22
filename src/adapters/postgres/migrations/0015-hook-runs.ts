/** What steps of the workflow trigger when they become complete. */
export const hookRuns = [
  // `open`: not ended, or ended and not told.
  `CREATE TABLE backlot.hook_runs (
    id text PRIMARY KEY,
    project_id text NOT NULL,
    origin text NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    open boolean NOT NULL,
    version integer NOT NULL,
    doc jsonb NOT NULL
  ) WITH (fillfactor = 70)`,
  "CREATE INDEX hook_runs_of_project ON backlot.hook_runs (project_id, seq)",
  "CREATE INDEX hook_runs_of_origin ON backlot.hook_runs (origin, seq)",
  "CREATE INDEX hook_runs_open ON backlot.hook_runs (seq) WHERE open",
  // Steps whose present completion is known. Two who see the same completion meet here, and one of them is too late.
  `CREATE TABLE backlot.hook_steps (
    project_id text NOT NULL,
    step text NOT NULL,
    PRIMARY KEY (project_id, step)
  )`,
  `CREATE FUNCTION backlot.add_hook_runs(p jsonb) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    project text := p->>'project_id';
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('hooks ' || project, 0));
    DELETE FROM backlot.hook_steps WHERE project_id = project AND p->'gone' ? step;
    INSERT INTO backlot.hook_steps (project_id, step)
      SELECT project, s FROM jsonb_array_elements_text(p->'back') AS s ON CONFLICT DO NOTHING;
    WITH given AS (
      SELECT r, place FROM jsonb_array_elements(p->'runs') WITH ORDINALITY AS x(r, place)
    ), fresh AS (
      INSERT INTO backlot.hook_steps (project_id, step) SELECT DISTINCT project, r->>'step' FROM given
        ON CONFLICT DO NOTHING RETURNING step
    )
    INSERT INTO backlot.hook_runs (id, project_id, origin, open, version, doc)
      SELECT r->>'id', project, r->>'origin', true, (r->>'version')::integer, r
        FROM given JOIN fresh ON fresh.step = r->>'step' ORDER BY place
      ON CONFLICT (id) DO NOTHING;
  END $$`,
  // Everything else of a turn is written as before.
  "ALTER FUNCTION backlot.commit_turn(jsonb) RENAME TO commit_turn_itself",
  `CREATE FUNCTION backlot.commit_turn(p jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT backlot.commit_turn_itself(p) THEN RETURN false; END IF;
    IF p ? 'hooks' THEN PERFORM backlot.add_hook_runs(p->'hooks'); END IF;
    RETURN true;
  END $$`,
  // What Backlot says outside of a turn. False when the message is known.
  `CREATE FUNCTION backlot.post_message(p_doc jsonb, p_deliver boolean) RETURNS boolean LANGUAGE plpgsql AS $$
  DECLARE
    session text := p_doc->>'session_id';
  BEGIN
    INSERT INTO backlot.messages (id, session_id, version, doc)
      VALUES (p_doc->>'id', session, (p_doc->>'version')::integer, p_doc) ON CONFLICT (id) DO NOTHING;
    IF NOT FOUND THEN RETURN false; END IF;
    IF p_deliver THEN
      INSERT INTO backlot.deliveries (message_id, session_id, wanted_version)
        VALUES (p_doc->>'id', session, (p_doc->>'version')::integer);
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(session, 0));
    INSERT INTO backlot.frames (session_id, frame)
      VALUES (session, jsonb_build_object('type', 'message.created', 'message', p_doc));
    RETURN true;
  END $$`,
];
