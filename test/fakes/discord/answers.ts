import type { Complaints } from "../judge/complaints.ts";
import type { Fault } from "./fault.ts";
import type { Gateway } from "./gateway.ts";
import type { Uploads } from "./uploads.ts";
import type { World } from "./world.ts";

export interface RestParts {
  readonly world: World;
  readonly gateway: Gateway;
  readonly gatewayUrl: () => string;
  readonly faults: Fault[];
  readonly complaints: Complaints;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** An answer that comes late, or breaks off. */
export interface FaultyAnswer extends Answer {
  readonly delayMs?: number;
  readonly cut?: boolean;
}

export type Body = Record<string, unknown>;

export type Handler = (parts: RestParts, ids: string[], body: Body, uploads: Uploads) => Answer;

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const refuse = (status: number, code: number, message: string): Answer => ({
  status,
  body: { code, message },
});
export const UNKNOWN_CHANNEL = refuse(404, 10_003, "Unknown Channel");
export const UNKNOWN_MESSAGE = refuse(404, 10_008, "Unknown Message");
export const MISSING_PERMISSIONS = refuse(403, 50_013, "Missing Permissions");
