import { createHmac } from "node:crypto";

const PREFIX = "whsec_";

/**
 * The secret with which a project's calls are signed, as receivers are given it. It follows from the installation's own
 * secret, so that nothing is stored and no project can sign for another. Whoever runs Backlot can print it:
 *
 *     printf %s "webhook:prj_…" | openssl dgst -sha256 -hmac "$AUTH_SECRET" -binary | base64
 */
export const webhookSecret = (authSecret: string, projectId: string): string =>
  `${PREFIX}${createHmac("sha256", authSecret).update(`webhook:${projectId}`).digest("base64")}`;

/**
 * The signature header of the Standard Webhooks specification, version 1. A receiver checks it with any of that
 * specification's libraries, or by hand: the header holds "v1," and the base64 of HMAC-SHA256 over
 * `<webhook-id>.<webhook-timestamp>.<body as received>`, keyed with the base64-decoded secret after "whsec_". It should
 * refuse a timestamp (in seconds) that is more than five minutes off, compare in constant time, and take an id once.
 */
export function signature(secret: string, id: string, timestamp: number, body: string): string {
  const key = Buffer.from(secret.slice(PREFIX.length), "base64");
  return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
}
