import { ActionsBody } from "./payload.ts";

type Read = ReturnType<typeof ActionsBody.safeParse>;

const NO_PRESS = { success: false, data: undefined } as const;

const known = new WeakMap<object, Read>();

/** What a press says. Several ask, one after the other: it is read once, and anything else is seen not to be one. */
export function readActions(body: unknown): Read | typeof NO_PRESS {
  if (typeof body !== "object" || body === null || !("type" in body)) return NO_PRESS;
  if (body.type !== "block_actions") return NO_PRESS;
  const read = known.get(body) ?? ActionsBody.safeParse(body);
  known.set(body, read);
  return read;
}
