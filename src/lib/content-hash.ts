import { createHash } from "node:crypto";

/** Names bytes within a realm: the same bytes have the same name there, and another one elsewhere. 64 hex digits. */
export const contentHash = (realm: string, bytes: Uint8Array): string =>
  createHash("sha256").update(realm).update("\0").update(bytes).digest("hex");
