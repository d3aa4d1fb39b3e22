import type { BoundCommand } from "../../chat/command.ts";
import { commandOptions } from "../../chat/command-options.ts";
import { ellipsis } from "../../lib/ellipsis.ts";

// https://docs.slack.dev/reference/app-manifest#features
const MAX_DESCRIPTION = 2_000;
const MAX_HINT = 1_000;

/** One entry of `features.slash_commands` in an app manifest. `url` is needed only without Socket Mode. */
export interface SlashCommand {
  readonly command: string;
  readonly description: string;
  readonly usage_hint?: string;
  readonly should_escape: boolean;
  readonly url?: string;
}

/** Backlot's commands for a Slack app's manifest, and one name that takes them all where a short name is taken. */
export function slashCommands(commands: readonly BoundCommand[], url?: string): SlashCommand[] {
  const umbrella = { name: "backlot", summary: "Any of Backlot's commands", hint: "<command> …" };
  const all = commands.map((command) => ({ ...command, hint: hintOf(command) }));
  return [...all, umbrella].map(({ name, summary, hint }) => ({
    command: `/${name}`,
    description: ellipsis(summary, MAX_DESCRIPTION),
    ...(hint === "" ? {} : { usage_hint: ellipsis(hint, MAX_HINT) }),
    should_escape: false,
    ...(url === undefined ? {} : { url }),
  }));
}

const hintOf = (command: BoundCommand): string =>
  commandOptions(command.options)
    .map(({ name, required, values }) => {
      const word = values?.join("|") ?? name;
      return required ? `<${word}>` : `[${word}]`;
    })
    .join(" ");
