import type { IncomingHttpHeaders } from "node:http";
import { UserError } from "../../../domain/errors.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { WebConfig } from "../options.ts";
import { MIN_SECRET_CHARS, verifyToken } from "../token.ts";
import { type Caller, LOCAL_CALLER } from "./caller.ts";
import { isLoopback, urlHost } from "./loopback.ts";
import { checkSameMachine } from "./same-machine.ts";

/** Who may come in. Both throw UserError. */
export interface Access {
  readonly local: boolean;
  /** Refuses requests that another web page sends through this machine's browser. */
  checkSource(headers: IncomingHttpHeaders): void;
  /** `queryToken`: where no header can be sent (a browser's WebSocket, an image). */
  callerOf(headers: IncomingHttpHeaders, queryToken?: string): Promise<Caller>;
}

/**
 * Local mode on a loopback address: no login, but only this machine's own page and programs. Anywhere else every
 * caller carries a token. Throws UserError when the address is open to others and there is no secret to sign with.
 */
export function createAccess(config: WebConfig, clock: Clock, ports: () => readonly number[]): Access {
  if (isLoopback(config.host)) {
    return {
      local: true,
      checkSource: (headers) => checkSameMachine(headers, { host: config.host, ports: ports() }),
      callerOf: () => Promise.resolve(LOCAL_CALLER),
    };
  }
  const secret = requireSecret(config);
  return {
    local: false,
    checkSource: () => {},
    callerOf: async (headers, queryToken) => {
      const { sub, name, role, ws } = await verifyToken(
        secret,
        bearer(headers) ?? queryToken ?? missing(),
        clock.now(),
      );
      return { user_id: sub, ...(name ? { name } : {}), role, workspace: ws };
    },
  };
}

function requireSecret({ host, authSecret }: WebConfig): string {
  if (authSecret === undefined || authSecret === "") {
    const hint = "Set AUTH_SECRET to at least 32 random characters, or HOST to 127.0.0.1.";
    throw new UserError(
      "invalid",
      `HOST ${urlHost(host)} lets others reach Backlot, and no AUTH_SECRET protects it.`,
      hint,
    );
  }
  if (authSecret.length < MIN_SECRET_CHARS) {
    const hint = `Give it at least ${MIN_SECRET_CHARS} random characters, for example from \`openssl rand -hex 32\`.`;
    throw new UserError("invalid", "AUTH_SECRET is too short to protect anything.", hint);
  }
  return authSecret;
}

function bearer({ authorization }: IncomingHttpHeaders): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
}

function missing(): never {
  throw new UserError(
    "unauthorized",
    "This Backlot answers only to people it knows.",
    "Send the header `authorization: Bearer <token>`; whoever runs this Backlot can give you a token.",
  );
}
