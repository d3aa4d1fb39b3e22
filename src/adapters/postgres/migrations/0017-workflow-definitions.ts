/** The workflows that projects write themselves, each version of them. */
export const workflowDefinitions = [
  `CREATE TABLE backlot.workflow_definitions (
    project_id text NOT NULL,
    version integer NOT NULL,
    doc jsonb NOT NULL,
    PRIMARY KEY (project_id, version)
  )`,
  // The rest of a turn is written as before. Two who write the same version: the second one's turn is decided anew.
  "ALTER FUNCTION backlot.commit_turn(jsonb) RENAME TO commit_turn_and_hooks",
  `CREATE FUNCTION backlot.commit_turn(p jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT backlot.commit_turn_and_hooks(p) THEN RETURN false; END IF;
    IF p ? 'definition' THEN
      INSERT INTO backlot.workflow_definitions (project_id, version, doc)
        SELECT x.project_id, x.version, p->'definition'
          FROM jsonb_to_record(p->'definition') AS x(project_id text, version integer)
        ON CONFLICT (project_id, version) DO NOTHING;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'this version of the workflow was written by someone else' USING ERRCODE = 'BL409';
      END IF;
    END IF;
    RETURN true;
  END $$`,
];
