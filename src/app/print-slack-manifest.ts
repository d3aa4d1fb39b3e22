import { parseArgs } from "node:util";
import { COMMANDS } from "../../commands/index.ts";
import { onlyByUmbrella, UMBRELLA } from "../adapters/slack/commands.ts";
import { appManifest } from "../adapters/slack/manifest.ts";
import { UserError } from "../domain/errors.ts";
import { type Env, readEnv } from "./env.ts";

const USAGE = "npm run slack:manifest -- [--url https://backlot.example] [--socket] [--oauth]";

/**
 * Prints the manifest of the Slack app as JSON. Socket Mode unless `--url` says where Slack reaches Backlot; both with
 * `--socket`, where the address serves installing. OAuth with `--oauth`, or when SLACK_CLIENT_ID is set. What is to be
 * known goes to standard error; ends the process with 1 when there is nothing to print.
 */
export function printSlackManifest(
  args: readonly string[],
  env: () => Pick<Env, "SLACK_CLIENT_ID"> = readEnv,
): void {
  try {
    const given = read(args);
    const oauth = given.oauth || env().SLACK_CLIENT_ID !== undefined;
    if (oauth && given.url === undefined)
      throw new UserError(
        "invalid",
        "Workspaces install the app by OAuth, which needs a public address.",
        USAGE,
      );
    const socket = given.socket || given.url === undefined;
    const manifest = appManifest({ commands: COMMANDS, url: given.url, socket, oauth });
    process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
    for (const { name } of COMMANDS.filter(onlyByUmbrella))
      process.stderr.write(`Slack has a command /${name} of its own: there it is /${UMBRELLA} ${name}.\n`);
  } catch (error) {
    process.stderr.write(
      error instanceof UserError ? `${error.message}\n${error.hint}\n` : `${String(error)}\n`,
    );
    process.exitCode = 1;
  }
}

function read(args: readonly string[]): { url: string | undefined; socket: boolean; oauth: boolean } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { url: { type: "string" }, socket: { type: "boolean" }, oauth: { type: "boolean" } },
    });
    const { url, socket = false, oauth = false } = values;
    if (url !== undefined && new URL(url).protocol !== "https:") throw new Error("Slack calls https alone");
    return { url, socket, oauth };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError("invalid", `That cannot be read: ${why}.`, USAGE, { cause: error });
  }
}
