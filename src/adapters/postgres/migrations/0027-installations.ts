/** Where the app is installed by OAuth, and which workspaces belong to an organisation. Tokens are sealed before they come here. */
export const installations = [
  `CREATE TABLE backlot.installations (
    platform text NOT NULL,
    id text NOT NULL,
    sealed text NOT NULL,
    installed_at timestamptz NOT NULL,
    PRIMARY KEY (platform, id)
  )`,
  `CREATE TABLE backlot.installation_workspaces (
    platform text NOT NULL,
    workspace text NOT NULL,
    organisation text NOT NULL,
    PRIMARY KEY (platform, workspace)
  )`,
];
