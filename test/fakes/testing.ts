/**
 * Servers on loopback that speak the protocols of Discord and Slack, for tests of bots: the entry `backlot/testing`.
 * What they do and how to use them stands in the README.md beside.
 */

export { FakeDiscord } from "./discord/fake-discord.ts";
export type { Fault as DiscordFault } from "./discord/fault.ts";
export type { Forbidden } from "./discord/forbidden.ts";
export type { Mischief } from "./discord/mischief.ts";
export type { Saying } from "./discord/persons-message.ts";
export { Rates } from "./discord/rates.ts";
export type { Seen as SeenOnDiscord } from "./discord/seen.ts";
export type { Interaction, Person } from "./discord/world.ts";
export { EditLedger } from "./edit-ledger.ts";
export { type Complaint, Complaints } from "./judge/complaints.ts";
export { type Acted, FakeSlack } from "./slack/fake-slack.ts";
export type { Fault as SlackFault } from "./slack/fault.ts";
export type { Seen as SeenOnSlack } from "./slack/seen.ts";
export { SlackGrid } from "./slack/slack-grid.ts";
export type { EventMischief } from "./slack/telling.ts";
export { Tiers } from "./slack/tiers.ts";
export { type SlackPerson, type SlackPost, type View, Workspace } from "./slack/workspace.ts";
