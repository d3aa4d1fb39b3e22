import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import { UserError } from "../../domain/errors.ts";
import { Role } from "../../domain/role.ts";
import { LOCAL_WORKSPACE } from "./security/caller.ts";

/** RFC 7518, 3.2: a key for HS256 has at least the size of the hash. */
export const MIN_SECRET_CHARS = 32;

const DEFAULT_LIFE_S = 30 * 24 * 60 * 60;

export const TokenClaims = z.object({
  /** The user's id. */
  sub: z.string().trim().min(1).max(200),
  name: z.string().max(200).optional(),
  role: Role.default("writer"),
  /** The workspace this token opens. */
  ws: z.string().min(1).max(200).default(LOCAL_WORKSPACE),
});
export type TokenClaims = z.infer<typeof TokenClaims>;

/** A bearer token (JWT, HS256). Valid from `now` for `lifeSeconds`. */
export function mintToken(
  secret: string,
  claims: z.input<typeof TokenClaims>,
  { now = new Date(), lifeSeconds = DEFAULT_LIFE_S }: { now?: Date; lifeSeconds?: number } = {},
): Promise<string> {
  const { sub, ...rest } = TokenClaims.parse(claims);
  const issued = Math.floor(now.getTime() / 1_000);
  return new SignJWT(rest)
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setSubject(sub)
    .setIssuedAt(issued)
    .setExpirationTime(issued + lifeSeconds)
    .sign(keyOf(secret));
}

/** The claims of a token that is whole, ours and in time. Throws UserError("unauthorized"). */
export async function verifyToken(secret: string, token: string, now: Date): Promise<TokenClaims> {
  try {
    const { payload } = await jwtVerify(token, keyOf(secret), { algorithms: ["HS256"], currentDate: now });
    return TokenClaims.parse(payload);
  } catch (cause) {
    throw new UserError(
      "unauthorized",
      "The access token is not valid, or no longer.",
      "Ask for a new token and send it again.",
      {
        cause,
      },
    );
  }
}

const keyOf = (secret: string): Uint8Array => new TextEncoder().encode(secret);
