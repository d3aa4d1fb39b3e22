import { startFailure } from "./failure.ts";
import { lackingScopes } from "./lacks.ts";
import { createOffice, type OfficeParts, type Offices } from "./office.ts";
import { isTurnedOut } from "./turned-out.ts";

/** The one workspace whose token the operator has given. Throws a UserError when Slack does not take it. */
export async function soleOffice(
  parts: OfficeParts,
  token: string,
): Promise<{ readonly offices: Offices; readonly userId: string; readonly botId: string }> {
  const { bolt, logger } = parts;
  const web = new bolt.webApi.WebClient(token, parts.clientOptions);
  const self = await web.auth.test().catch((error: unknown) => {
    throw startFailure(error, bolt, "SLACK_BOT_TOKEN");
  });
  const { user_id: userId = "", bot_id: botId = "", response_metadata } = self;
  const missing = lackingScopes(response_metadata?.scopes);
  if (missing.length > 0)
    logger.warn(
      { missing },
      "scopes are missing in this Slack workspace: add them and install the app once more",
    );
  const office = createOffice(parts, token, userId);
  let told = false;
  return {
    userId,
    botId,
    offices: {
      of: async () => office,
      stillIn: async (workspace) => {
        try {
          await web.auth.test();
          told = false;
          return true;
        } catch (error) {
          if (!isTurnedOut(error, bolt)) throw error;
          const message =
            "Backlot was removed from this Slack workspace; install it again and renew SLACK_BOT_TOKEN";
          if (!told) logger.error({ workspace }, message);
          told = true;
          return false;
        }
      },
    },
  };
}
