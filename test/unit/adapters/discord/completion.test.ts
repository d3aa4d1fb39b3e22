import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import type { Asked, Suggestion } from "../../../../src/chat/completion.ts";
import { eventually, fakeCommand } from "../../../contract/platform-room.ts";
import { openDiscordRoom } from "../../../fakes/discord/discord-room.ts";

const commands = [
  fakeCommand({
    name: "character",
    options: z.object({
      action: z.enum(["show", "edit"]).default("show"),
      name: z.string().max(120).default(""),
      id: z.string().optional(),
    }),
    unseen: ["id"],
    completes: { name: () => [] },
  }),
];
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function room(complete: (asked: Asked) => Promise<readonly Suggestion[]>) {
  const opened = await openDiscordRoom(commands);
  open.push(opened.close);
  Object.assign(opened.recorder, { complete });
  await eventually(() => expect(opened.fake.world.commands).toHaveLength(1));
  return { ...opened, channel: opened.fake.channel("film"), ana: opened.fake.person("Ana") };
}

test("while a person types, Discord is offered what may be meant, and nothing is stored", async () => {
  const asked: Asked[] = [];
  const { fake, recorder, channel, ana } = await room(async (one) => {
    asked.push(one);
    return [{ label: "Sarah · character", value: "Sarah" }];
  });
  const shown = await fake.typing(ana, channel, "character", "name", "sa", { action: "edit" });
  expect(shown).toEqual([{ name: "Sarah · character", value: "Sarah" }]);
  expect(asked).toEqual([
    {
      place: { platform: "discord", workspace: fake.world.guildId, channel },
      person: { id: ana.id, name: "Ana", role: "writer" },
      command: "character",
      option: "name",
      typed: "sa",
      given: { action: "edit" },
    },
  ]);
  expect(recorder.events).toEqual([]);
});

test("at most 25 lines of 100 characters, and no value cut", async () => {
  const { fake, channel, ana } = await room(async () => [
    { label: "x".repeat(300), value: "whole" },
    { label: "too long to be sent", value: "y".repeat(101) },
    ...Array.from({ length: 60 }, (_, at) => ({ label: `line ${at}`, value: `${at}` })),
  ]);
  const shown = await fake.typing(ana, channel, "character", "name", "");
  expect(shown).toHaveLength(25);
  expect(shown[0]).toEqual({ name: `${"x".repeat(99)}…`, value: "whole" });
  expect(shown[1]).toEqual({ name: "line 0", value: "0" });
});

test("a store that is away costs the lines, not the typing", async () => {
  const { fake, channel, ana } = await room(() => Promise.reject(new Error("the store is away")));
  expect(await fake.typing(ana, channel, "character", "name", "s")).toEqual([]);
});
