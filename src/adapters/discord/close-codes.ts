/** Why the gateway closes for good, and what to do (https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway). */
const CAUSES: Readonly<Record<number, string>> = {
  4004: "Discord does not accept the token any more; renew DISCORD_TOKEN",
  4010: "Discord does not accept this number of shards; set DISCORD_SHARDS to auto",
  4011: "the bot is in too many servers for one connection; set DISCORD_SHARDS to auto",
  4014: "Message Content Intent is off; switch it on, on the Bot page of the Discord developer portal",
};

export const closeCause = (code: number): string => CAUSES[code] ?? `the gateway closed with ${code}`;
