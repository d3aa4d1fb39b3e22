/** Milliseconds of Discord's epoch (https://docs.discord.com/developers/reference#snowflakes). */
const EPOCH_MS = 1_420_070_400_000n;

/** The lowest id that something made at this time can have. */
export const snowflakeAt = (ms: number): string => {
  const since = BigInt(Math.floor(ms)) - EPOCH_MS;
  return String((since > 0n ? since : 0n) << 22n);
};
