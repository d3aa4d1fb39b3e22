import { z } from "zod";

const Gone = z.object({
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  authorizations: z.array(z.object({ is_enterprise_install: z.boolean().optional() })).optional(),
  event: z.discriminatedUnion("type", [
    z.object({ type: z.literal("app_uninstalled") }),
    z.object({
      type: z.literal("tokens_revoked"),
      tokens: z.object({ bot: z.array(z.string()).optional() }).optional(),
    }),
  ]),
});

/** Nearly all that is told is something else, which an attempt to read it would take longest to see. */
const LEAVING = new Set<unknown>(["app_uninstalled", "tokens_revoked"]);

interface Told {
  readonly event?: { readonly type?: unknown };
}

/**
 * The workspace, or the organisation, that may have taken the app away; undefined for all other events. Tokens of single
 * people are none of Backlot's. https://docs.slack.dev/reference/events/tokens_revoked
 */
export function maybeLeft(body: unknown): string | undefined {
  if (!LEAVING.has((body as Told | undefined)?.event?.type)) return undefined;
  const { success, data } = Gone.safeParse(body);
  if (!success) return undefined;
  const { event, team_id, enterprise_id, authorizations } = data;
  if (event.type === "tokens_revoked" && (event.tokens?.bot ?? []).length === 0) return undefined;
  const ofAll = authorizations?.some((one) => one.is_enterprise_install) ?? false;
  return (ofAll ? enterprise_id : team_id) ?? enterprise_id ?? undefined;
}
