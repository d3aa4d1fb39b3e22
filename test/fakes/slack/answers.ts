import type { Workspace } from "./workspace.ts";

export type Arguments = Readonly<Record<string, string>>;
export type Result = Readonly<Record<string, unknown>>;

export interface MethodParts {
  readonly workspace: Workspace;
  /** Tells the app an event, as Slack does after something happened. */
  readonly tell: (event: Record<string, unknown>) => void;
  readonly socketUrl: string;
  /** Where a file is sent, before its id. */
  readonly uploadUrl: string;
}

export type Method = (parts: MethodParts, given: Arguments) => Result;

export const ok = (more: Result = {}): Result => ({ ok: true, ...more });
export const no = (error: string, more: Result = {}): Result => ({ ok: false, error, ...more });
