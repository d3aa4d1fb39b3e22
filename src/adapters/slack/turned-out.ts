import type { Bolt } from "./link.ts";

/** What Slack answers a token of an app that is not wanted any more (https://docs.slack.dev/reference/methods/auth.test). */
const TURNED_OUT = new Set([
  "account_inactive",
  "invalid_auth",
  "not_authed",
  "token_expired",
  "token_revoked",
]);

/** Whether a call failed because the workspace has taken the app's token back. */
export const isTurnedOut = (error: unknown, { webApi }: Pick<Bolt, "webApi">): boolean =>
  error instanceof webApi.WebAPIPlatformError && TURNED_OUT.has(error.data.error);
