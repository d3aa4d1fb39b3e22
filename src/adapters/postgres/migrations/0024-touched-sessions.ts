/**
 * A turn that only talks in its session writes what it remembers and when it was, and nothing else of it: somebody may
 * have bound the channel to another film meanwhile, or closed the session. What it remembers is of the film it read.
 */
export const touchedSessions = [
  `CREATE OR REPLACE FUNCTION backlot.put_sessions(p_rows jsonb) RETURNS void LANGUAGE sql AS $$
    UPDATE backlot.sessions s SET
        last_at = x.last_at,
        doc = s.doc || jsonb_build_object('last_message_at', x.doc->'last_message_at') ||
          CASE WHEN s.project_id = x.project_id THEN jsonb_build_object('memory', x.doc->'memory') ELSE '{}'::jsonb END
      FROM jsonb_to_recordset(p_rows) AS x(id text, project_id text, last_at timestamptz, doc jsonb, touch boolean)
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
];
