import type { Attachment } from "./attachment.ts";

const SCHEME = "attachment://";

/** Components as Discord tells them: what they name by its file stands there with its address and id. */
export function withMedia(components: unknown, attached: readonly Attachment[]): unknown {
  if (Array.isArray(components)) return components.map((one) => withMedia(one, attached));
  if (typeof components !== "object" || components === null) return components;
  const { url, ...rest } = components as Record<string, unknown>;
  const name = typeof url === "string" && url.startsWith(SCHEME) ? url.slice(SCHEME.length) : undefined;
  const found = attached.find(({ filename }) => filename === name);
  if (found) return { ...rest, url: found.url, proxy_url: found.url, attachment_id: found.id };
  return Object.fromEntries(
    Object.entries(components).map(([key, value]) => [key, withMedia(value, attached)]),
  );
}

/**
 * Attachments that no component shows; the others are told with those that do
 * (https://docs.discord.com/developers/resources/message#message-object).
 */
export function besideMedia(components: unknown, attached: readonly Attachment[]): Attachment[] {
  const shown = JSON.stringify(components);
  return attached.filter(({ id }) => !shown.includes(`"attachment_id":"${id}"`));
}
