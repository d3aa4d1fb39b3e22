import type { Deliverer } from "../features/deliver/deliverer.ts";
import { createHearing } from "../features/hear/hearing.ts";
import { createOutcomes } from "../features/hear/outcomes.ts";
import type { HearParts } from "../features/hear/parts.ts";
import type { Receiver } from "../ports/platform.ts";
import type { ProductParts } from "./product-parts.ts";

interface Told {
  readonly sessionAt: HearParts["sessionAt"];
  readonly receiver: () => Receiver;
  readonly deliverer: Deliverer;
  readonly sends: HearParts["sends"];
}

export const hearParts = (
  { storage: { stores }, bus, leases, clock, logger }: ProductParts,
  { deliverer, ...told }: Told,
): HearParts => ({ ...stores, ...told, bus, leases, clock, logger, kickDelivery: () => deliverer.kick() });

/** A receiver that also knows how far it was heard, and changes what is put aside when people change what they said. */
export function catchingUp(receiver: Receiver, hear: HearParts): Receiver {
  const outcomes = createOutcomes(hear);
  return {
    ...receiver,
    receive: async (event) => {
      await outcomes.keeping(event.id);
      return receiver.receive(event);
    },
    amend: async (amendment) => {
      await receiver.amend(amendment);
      await hear.hearing.amendHeld(amendment.event_id, amendment.text);
    },
    hearing: createHearing(hear),
    outcomes,
  };
}
