import type { Venue } from "../features/projects/venue.ts";
import type { ProductParts } from "./product-parts.ts";

interface Around {
  readonly sends: (platform: string) => boolean;
  readonly kickDelivery: () => void;
  readonly wake: (sessionId: string) => void;
}

/** The platforms as features ask and tell them things beside the replies of turns. */
export function createVenue(
  {
    storage: { stores },
    bus,
    platform,
    logger,
  }: Pick<ProductParts, "storage" | "bus" | "platform" | "logger">,
  { sends, kickDelivery, wake }: Around,
): Venue {
  return {
    channelName: async (place) => platform(place.platform)?.channelName?.(place),
    groups: async (place) => (await platform(place.platform)?.groups?.(place)) ?? [],
    canOpenThreads: (place) => platform(place.platform)?.openThread !== undefined,
    openThread: async (channel, title) => platform(channel.platform)?.openThread?.(channel, title),
    nameThread: async (place, title) => {
      await platform(place.platform)
        ?.nameThread?.(place, title)
        .catch((error: unknown) => logger.info({ err: error }, "a thread could not be renamed"));
    },
    tell: async (message, place) => {
      const deliver = sends(place.platform);
      await stores.messages.post(message, deliver);
      bus.publish(`session:${message.session_id}`, undefined);
      if (deliver) kickDelivery();
    },
    wake,
  };
}
