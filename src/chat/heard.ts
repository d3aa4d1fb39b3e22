import type { Amendment, InboundEvent } from "./inbound-event.ts";

/** What a platform's payload says. `addressed` is false for talk that counts only where a conversation is open. */
export type Heard =
  | {
      readonly type: "event";
      readonly event: InboundEvent;
      readonly addressed: boolean;
      /** It was said in a way that Backlot cannot read: people are told so, and nothing is taken. */
      readonly unread?: true;
    }
  | { readonly type: "amendment"; readonly amendment: Amendment };
