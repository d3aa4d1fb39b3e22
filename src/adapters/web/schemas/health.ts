import { z } from "zod";

const Check = z.object({ ok: z.boolean(), ms: z.number(), error: z.string().optional() });

/** "down": a part is away without which nothing works; "degraded": one that can be missed for a while. */
export const HealthReport = z
  .object({
    status: z.enum(["ok", "degraded", "down"]),
    version: z.string(),
    uptime_s: z.number(),
    providers: z.object({
      store: z.string(),
      queue: z.string(),
      graph: z.string(),
      model: z.string(),
      blobs: z.string(),
      platforms: z.array(z.string()),
    }),
    checks: z.record(z.string(), Check),
  })
  .meta({ id: "Health" });
export type HealthReport = z.infer<typeof HealthReport>;
