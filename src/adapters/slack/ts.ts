/** Slack names messages by their time: seconds with six digits behind the point. */
export const tsAt = (ms: number): string => format(BigInt(Math.floor(ms)) * 1_000n);

/** So many milliseconds before the time of a message. */
export const tsAgo = (ts: string, ms: number): string =>
  format(BigInt(ts.replace(".", "")) - BigInt(ms) * 1_000n);

/** The time just before a message's: asked for what came after it, Slack tells the message too. */
export const tsBefore = (ts: string): string => format(BigInt(ts.replace(".", "")) - 1n);

function format(micros: bigint): string {
  const digits = String(micros > 0n ? micros : 0n).padStart(16, "0");
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
