import type { Venue } from "../features/projects/venue.ts";
import type { ProductParts } from "./product-parts.ts";

interface Around {
  readonly sends: (platform: string) => boolean;
  readonly kickDelivery: () => void;
  readonly wake: (sessionId: string) => void;
}

/** The platforms as features ask and tell them things beside the replies of turns. */
export function createVenue(
  { storage: { stores }, bus, platform }: Pick<ProductParts, "storage" | "bus" | "platform">,
  { sends, kickDelivery, wake }: Around,
): Venue {
  return {
    channelName: async (place) => platform(place.platform)?.channelName?.(place),
    groups: async (place) => (await platform(place.platform)?.groups?.(place)) ?? [],
    canOpenThreads: (place) => platform(place.platform)?.openThread !== undefined,
    openThread: async (channel, title) => platform(channel.platform)?.openThread?.(channel, title),
    tell: async (message, place) => {
      const deliver = sends(place.platform);
      await stores.messages.post(message, deliver);
      bus.publish(`session:${message.session_id}`, undefined);
      if (deliver) kickDelivery();
    },
    wake,
  };
}
