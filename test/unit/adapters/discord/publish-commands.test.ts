import { afterEach, expect, test } from "vitest";
import { COMMANDS } from "../../../../commands/index.ts";
import { createDiscordPlatform } from "../../../../src/adapters/discord/platform.ts";
import { bindCommand, type Features } from "../../../../src/features/features.ts";
import { keptInMemory, quietLogger, Recorder, realClock } from "../../../contract/platform-room.ts";
import { FakeDiscord } from "../../../fakes/discord/fake-discord.ts";

const commands = COMMANDS.map((command) => bindCommand(command, {} as Features));
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function discord() {
  const fake = await FakeDiscord.start();
  open.push(() => fake.close());
  return fake;
}

/** One run of the program; what it logged. */
async function run(
  { world, apiUrl }: FakeDiscord,
  { guildId, some = commands }: { guildId?: string; some?: typeof commands } = {},
) {
  const lines: { level: string; message: string; data: object }[] = [];
  const platform = createDiscordPlatform({
    config: { token: world.token, apiUrl, guildId },
    commands: some,
    blobs: keptInMemory(),
    clock: realClock,
    logger: quietLogger(lines),
  });
  await platform.start(new Recorder());
  await platform.stop();
  return lines.filter(({ level }) => level !== "debug");
}

const names = (all: readonly Record<string, unknown>[]) => all.map(({ name }) => name).sort();
const ours = commands.map(({ name }) => name).sort();

test("every command is published once, and left alone as long as it stays the same", async () => {
  const fake = await discord();
  await run(fake);
  expect(names(fake.world.commands)).toEqual(ours);
  await run(fake);
  await run(fake);
  expect(fake.world.commandWrites).toBe(1);
  await run(fake, { some: commands.slice(1) });
  expect(fake.world.commandWrites).toBe(2);
  expect(fake.world.commands).toHaveLength(commands.length - 1);
});

test("in development one server alone has them, and what is everywhere goes; and back", async () => {
  const fake = await discord();
  const { world } = fake;
  await run(fake);
  await run(fake, { guildId: world.guildId });
  expect(names(world.guildCommands)).toEqual(ours);
  expect(world.commands).toEqual([]);
  const writes = world.commandWrites;
  await run(fake, { guildId: world.guildId });
  expect(world.commandWrites).toBe(writes);
  await run(fake);
  expect(names(world.commands)).toEqual(ours);
  expect(world.guildCommands).toEqual([]);
});

test("a server that Backlot may have no commands in is told of in the log, with what to do", async () => {
  const fake = await discord();
  const lines = await run(fake, { guildId: "123456789012345678" });
  expect(lines).toEqual([
    expect.objectContaining({
      level: "error",
      data: expect.objectContaining({ guild_id: "123456789012345678" }),
    }),
  ]);
  expect(lines[0]?.message).toMatch(/DISCORD_GUILD_ID/);
});
