import { type Component, flatten } from "./rules.ts";

interface Allowed {
  readonly parse?: readonly string[];
  readonly users?: readonly string[];
}

/** Whom a new message would ping: without `allowed_mentions` everyone it names, as Discord does. */
export function pingsOf(body: Record<string, unknown>): string[] {
  const words = [
    String(body.content ?? ""),
    ...flatten((body.components ?? []) as Component[]).map(({ content }) => content ?? ""),
  ];
  const text = words.join("\n");
  const allowed = body.allowed_mentions as Allowed | undefined;
  const parses = (kind: string) => allowed === undefined || (allowed.parse?.includes(kind) ?? false);
  const named = [...text.matchAll(/<@!?(\d+)>/g)].map(([, id = ""]) => id);
  return [
    ...(parses("everyone") ? [...text.matchAll(/@(everyone|here)\b/g)].map(([whole]) => whole) : []),
    ...(parses("roles") ? [...text.matchAll(/<@&(\d+)>/g)].map(([whole]) => whole) : []),
    ...named.filter((id) => parses("users") || allowed?.users?.includes(id)),
  ];
}
