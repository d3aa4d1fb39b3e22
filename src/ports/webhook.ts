import type { Json } from "../lib/json.ts";

export interface WebhookCall {
  readonly url: string;
  /** Stays the same however often the call is made, so that a receiver can tell a repetition. */
  readonly id: string;
  /** Each project signs with a secret of its own. */
  readonly project_id: string;
  readonly body: Json;
}

export interface Webhook {
  /**
   * Calls a stranger's server. Resolves once it has answered that all is well (2xx). Throws an AppError whose message
   * says in plain words what went wrong, without the address; it is retryable when a later call may succeed.
   */
  call(call: WebhookCall, signal: AbortSignal): Promise<void>;
}
