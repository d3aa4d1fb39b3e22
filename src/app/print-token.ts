import { mintToken } from "../adapters/web/token.ts";
import { UserError } from "../domain/errors.ts";
import { Role } from "../domain/role.ts";
import { readEnv } from "./env.ts";

const USAGE = "npm run token -- <user> [name] [viewer | writer | producer | admin]";

/** Prints a bearer token for a person, signed with AUTH_SECRET; ends the process with 1 when that cannot be done. */
export async function printToken([user, name, role = "producer"]: readonly string[]): Promise<void> {
  try {
    const { AUTH_SECRET } = readEnv();
    if (AUTH_SECRET === undefined)
      throw new UserError(
        "invalid",
        "AUTH_SECRET is not set, so there is nothing to sign a token with.",
        "Set it in .env, then run this again.",
      );
    const parsed = Role.safeParse(role);
    if (user === undefined || !parsed.success)
      throw new UserError("invalid", "A token is for one person, in one role.", USAGE);
    process.stdout.write(
      `${await mintToken(AUTH_SECRET, { sub: user, role: parsed.data, ...(name === undefined ? {} : { name }) })}\n`,
    );
  } catch (error) {
    process.stderr.write(
      error instanceof UserError ? `${error.message}\n${error.hint}\n` : `${String(error)}\n`,
    );
    process.exitCode = 1;
  }
}
