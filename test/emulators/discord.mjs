import { DigitalDiscord } from "discord-digital-twin";

/** Tells where it is and who is there, and does what people do when it is told to. */
const discord = new DigitalDiscord({
  guild: { name: "Studio" },
  channels: [{ name: "film", type: 0 }],
  users: [{ username: "ana" }],
  botUser: { username: "backlot" },
});
await discord.start();
const [channel] = await discord.prisma.channel.findMany();
const userId = await discord.getFirstNonBotUserId();
process.on("message", async ({ say, click }) => {
  if (say) process.send({ said: (await discord.simulateUserMessage({ userId, ...say })).id });
  if (click) process.send({ clicked: (await discord.simulateButtonClick({ userId, ...click })).id });
});
process.send({
  url: discord.restUrl,
  token: discord.botToken,
  botId: discord.botUserId,
  guildId: discord.guildId,
  channelId: channel.id,
  userId,
});
