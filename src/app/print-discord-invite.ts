import { applicationId } from "../adapters/discord/application-id.ts";
import { inviteUrl } from "../adapters/discord/invite.ts";
import { UserError } from "../domain/errors.ts";
import { type Env, readEnv } from "./env.ts";

const USAGE = "npm run discord:invite -- [application id]";

/**
 * Prints the link that brings Backlot into a Discord server, with the permissions it needs. The application is the one of
 * DISCORD_TOKEN unless it is given. Ends the process with 1 when there is none.
 */
export async function printDiscordInvite(
  [given]: readonly string[],
  env: () => Pick<Env, "DISCORD_TOKEN" | "DISCORD_API_URL"> = readEnv,
): Promise<void> {
  try {
    const { DISCORD_TOKEN, DISCORD_API_URL } = env();
    process.stdout.write(
      `${inviteUrl(await idOf(given, DISCORD_TOKEN, DISCORD_API_URL), DISCORD_API_URL)}\n`,
    );
  } catch (error) {
    process.stderr.write(
      error instanceof UserError ? `${error.message}\n${error.hint}\n` : `${String(error)}\n`,
    );
    process.exitCode = 1;
  }
}

async function idOf(
  given: string | undefined,
  token: string | undefined,
  apiUrl: string | undefined,
): Promise<string> {
  if (given === undefined && token === undefined)
    throw new UserError(
      "invalid",
      "DISCORD_TOKEN is not set, so there is nobody to invite.",
      `Set it in .env, or type: ${USAGE}`,
    );
  if (given !== undefined && !/^\d{17,20}$/.test(given))
    throw new UserError(
      "invalid",
      "An application's id is a number of 17 to 20 digits.",
      `Copy it from the page General Information, then type: ${USAGE}`,
    );
  if (given !== undefined) return given;
  return applicationId(token ?? "", apiUrl).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(
      "unauthorized",
      `Discord did not say whose DISCORD_TOKEN that is: ${why}.`,
      `Copy the token anew from the Bot page, or type: ${USAGE}`,
      { cause: error },
    );
  });
}
