import type { BoundCommand } from "../../chat/command.ts";
import { ellipsis } from "../../lib/ellipsis.ts";

// https://docs.slack.dev/reference/app-manifest#features
const MAX_DESCRIPTION = 2_000;
const MAX_HINT = 1_000;

/** The name that takes every command, where an app cannot have the short one. */
export const UMBRELLA = "backlot";

/**
 * Slack's own commands (https://slack.com/help/articles/201259356-Slash-commands-in-Slack). A manifest that names one of
 * them is refused whole.
 */
const RESERVED = new Set(
  "active archive away call collapse dm dnd expand feed huddle invite join leave me msg mute open people prefs pro remind remove rename search send shortcuts shrug star status topic who".split(
    " ",
  ),
);

/** Those of Backlot's commands that Slack keeps for itself, as they stand in what Backlot says. */
const MENTIONED = /(?<![\w/.:-])\/(open)\b(?![\w/.-]*\/)/g;

/** What Backlot says with its commands as they are typed on Slack. */
export const asTyped = (text: string): string => text.replace(MENTIONED, `/${UMBRELLA} $1`);

/** One entry of `features.slash_commands` in an app manifest. `url` is needed only without Socket Mode. */
export interface SlashCommand {
  readonly command: string;
  readonly description: string;
  readonly usage_hint?: string;
  readonly should_escape: boolean;
  readonly url?: string;
}

type Described = Pick<BoundCommand, "name" | "summary" | "usage">;

/** Whether a command can be had on Slack by the umbrella alone. */
export const onlyByUmbrella = ({ name }: Pick<Described, "name">): boolean => RESERVED.has(name);

/** Backlot's commands for a Slack app's manifest, with the words /help has for them, and one name that takes them all. */
export function slashCommands(commands: readonly Described[], url?: string): SlashCommand[] {
  const umbrella = {
    name: UMBRELLA,
    summary: "any of Backlot's commands",
    usage: `/${UMBRELLA} <command> …`,
  };
  return [umbrella, ...commands.filter((command) => !onlyByUmbrella(command))].map(
    ({ name, summary, usage }) => ({
      command: `/${name}`,
      description: ellipsis(summary, MAX_DESCRIPTION),
      ...hintOf(name, usage),
      should_escape: false,
      ...(url === undefined ? {} : { url }),
    }),
  );
}

function hintOf(name: string, usage: string): { usage_hint?: string } {
  const hint = usage.replace(new RegExp(`^/${name}\\b`), "").trim();
  return hint === "" ? {} : { usage_hint: ellipsis(hint, MAX_HINT) };
}
