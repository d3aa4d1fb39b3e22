import { NEEDED } from "./needs.ts";

const SITE = "https://discord.com";

/**
 * Where somebody who runs a server brings Backlot into it, with the permissions it needs and no more. On the same host as
 * the API, where that is another one. https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow
 */
export function inviteUrl(applicationId: string, apiUrl = SITE): string {
  const url = new URL("/oauth2/authorize", apiUrl);
  url.search = new URLSearchParams({
    client_id: applicationId,
    scope: "bot applications.commands",
    permissions: String(NEEDED),
    integration_type: "0",
  }).toString();
  return url.href;
}
