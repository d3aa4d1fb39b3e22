import type { Platform } from "../ports/platform.ts";
import type { ProductParts } from "./product-parts.ts";

/** What is to be known of a platform to write for it. */
export type Reach = Pick<Platform, "delivery" | "editEveryMs" | "edits">;

/** Of platforms that another process is connected to. What they really take is kept by the one who delivers. */
const ELSEWHERE: Readonly<Record<Platform["name"], Reach>> = {
  web: { delivery: "feed", editEveryMs: 0 },
  discord: { delivery: "send", editEveryMs: 1_500 },
  slack: { delivery: "send", editEveryMs: 2_000 },
};

/** How messages reach the people of a platform: as the platform says that is connected here, or as all of its name do. */
export const reachOf =
  ({ platform, duty }: Pick<ProductParts, "platform" | "duty">) =>
  (name: string): Reach | undefined =>
    platform(name) ?? (duty?.talks === false ? ELSEWHERE[name as Platform["name"]] : undefined);
