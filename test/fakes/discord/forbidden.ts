/** What a bot may be kept from doing in a channel. Whoever may not view it may do nothing there. */
export type Forbidden = "view" | "send" | "threads" | "files" | "react" | "history";

/** Channels of these names forbid it from the start. */
export const NAMED: Readonly<Record<Forbidden, string>> = {
  view: "secret",
  send: "read-only",
  threads: "no-threads",
  files: "no-files",
  react: "no-reactions",
  history: "no-history",
};

/** https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
const BITS: Readonly<Record<Forbidden, bigint>> = {
  view: 1n << 10n,
  send: (1n << 11n) | (1n << 38n),
  threads: 1n << 35n,
  files: 1n << 15n,
  react: 1n << 6n,
  history: 1n << 16n,
};

/** How a channel tells that its settings take something from a role. */
export function overwrites(channelName: string, also: ReadonlySet<Forbidden> | undefined, role: string) {
  const kinds = Object.keys(BITS) as Forbidden[];
  const denied = kinds.filter((kind) => channelName.includes(NAMED[kind]) || also?.has(kind));
  if (denied.length === 0) return [];
  const deny = denied.reduce((all, kind) => all | BITS[kind], 0n);
  return [{ id: role, type: 0, allow: "0", deny: String(deny) }];
}
