/** Films that several workspaces work on, and channels whose own session is closed: found by an index. */
export const bindings = [
  `CREATE INDEX projects_shared ON backlot.projects USING gin ((doc->'access'->'shared_with'))
    WHERE doc->'access'->'shared_with' IS NOT NULL`,
  `CREATE UNIQUE INDEX projects_code ON backlot.projects ((doc->'access'->'code'->>'hash'))
    WHERE doc->'access'->'code'->>'hash' IS NOT NULL`,
  "CREATE INDEX sessions_place ON backlot.sessions (platform, place_workspace, channel, thread)",
];
