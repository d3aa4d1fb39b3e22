import type { SlackPerson, Workspace } from "./workspace.ts";

const APP = "A0BACKLOT";

/** How a payload says where it comes from: https://docs.slack.dev/enterprise/developing-for-enterprise-orgs */
export const tenantOf = ({ teamId, enterpriseId }: Workspace) => ({
  team_id: teamId,
  ...(enterpriseId === undefined ? {} : { enterprise_id: enterpriseId, enterprise_name: "Studios" }),
});

/** The envelope of an event, with the one installation that may see it. */
export function eventBody(workspace: Workspace, event: Record<string, unknown>) {
  const { teamId, enterpriseId, bot, installedByAll } = workspace;
  return {
    type: "event_callback",
    ...tenantOf(workspace),
    api_app_id: APP,
    event_id: workspace.nextId("Ev"),
    event_time: Math.floor(Date.now() / 1_000),
    authorizations: [
      {
        enterprise_id: enterpriseId ?? null,
        team_id: teamId,
        user_id: bot.id,
        is_bot: true,
        is_enterprise_install: installedByAll,
      },
    ],
    event,
  };
}

/** Who did something in a view or with a button. An app that a whole organisation installed is told no team. */
export function whoOf({ teamId, enterpriseId, installedByAll }: Workspace, { id, name }: SlackPerson) {
  const user = { id, username: name.toLowerCase(), name: name.toLowerCase(), team_id: teamId };
  return {
    user,
    team: installedByAll ? null : { id: teamId, domain: "studio" },
    api_app_id: APP,
    enterprise: enterpriseId === undefined ? null : { id: enterpriseId, name: "Studios" },
    is_enterprise_install: installedByAll,
  };
}
