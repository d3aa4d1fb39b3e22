import { BOT_SCOPES } from "./scopes.ts";

type Scope = (typeof BOT_SCOPES)[number];

/** What the lack of a scope stops. */
const STOPS: Readonly<Record<Scope, string>> = {
  "app_mentions:read": "hear who calls it",
  "channels:history": "hear public channels, and read what was said there meanwhile",
  "groups:history": "hear private channels, and read what was said there meanwhile",
  "im:history": "hear direct messages, and read what was said there meanwhile",
  "mpim:history": "hear group messages, and read what was said there meanwhile",
  "channels:read": "call channels by their names",
  "groups:read": "call private channels by their names",
  "im:read": "know direct messages",
  "mpim:read": "know group messages",
  "users:read": "call people by their names, and know what they may do",
  "usergroups:read": "give roles to user groups",
  "chat:write": "answer",
  commands: "take slash commands",
  "files:read": "open the files people post",
  "files:write": "show pictures and send files",
  "reactions:write": "mark what it has heard",
};

/** A line for each scope that the app asks for and was not given. Unknown what was given: none. */
export const lackingScopes = (granted: readonly string[] | undefined): string[] =>
  granted === undefined
    ? []
    : BOT_SCOPES.filter((scope) => !granted.includes(scope)).map(
        (scope) => `${scope}: cannot ${STOPS[scope]}`,
      );

/** What a refusal for want of a scope means; Slack names one of those that would do, or several. */
export function scopeText(needed: string | undefined): string {
  const scope = BOT_SCOPES.find((one) => needed?.split(",").includes(one));
  if (scope === undefined) return `Slack has not given Backlot the scope ${needed ?? "this takes"}`;
  return `Slack has not given Backlot the scope ${scope}, without which it cannot ${STOPS[scope]}; add it and install the app once more`;
}
