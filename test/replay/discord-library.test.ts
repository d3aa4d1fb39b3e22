import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Amendment, InboundEvent } from "../../src/chat/inbound-event.ts";
import { fakeCommand } from "../contract/platform-room.ts";
import { missing, recorded } from "./recorded.ts";
import { type ReplayedDiscord, replayDiscord } from "./replayed-discord.ts";

const DISPATCHES = ["MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE"];
const examples = recorded("discord-api-docs").map(
  ({ name, payload }) => [name, (payload as { example: unknown }).example] as const,
);
const example = (start: string) =>
  (examples.find(([name]) => name.startsWith(start))?.[1] ?? {}) as Record<string, unknown>;
/** Examples leave out what every interaction has, and discord.js reads. */
const interaction = (start: string) => ({
  entitlements: [],
  authorizing_integration_owners: {},
  attachment_size_limit: 10_485_760,
  ...example(start),
});
const commands = [fakeCommand({ name: "cardsearch", options: z.object({ cardname: z.string() }) })];

/** The documents leave out its person and channel, and tell of its token in words. */
const inPrivate = () => ({
  ...interaction("tutorials__developing-a-user-installable-app.01"),
  token: "token",
  user: {
    id: "53908232506183680",
    username: "mason",
    discriminator: "0",
    global_name: "Mason",
    avatar: null,
  },
  channel: { id: "1234563982236504123", type: 1 },
});

/** The documented payloads that tell Backlot something, as they are and as Discord sends them in other situations. */
const HEARD: readonly (readonly [kind: string, dispatch: string, payload: () => Record<string, unknown>])[] =
  [
    ["message", "MESSAGE_CREATE", () => example("resources__message.01")],
    [
      "edit",
      "MESSAGE_UPDATE",
      () => ({ ...example("resources__message.01"), edited_timestamp: "2017-07-11T18:00:00Z" }),
    ],
    ["delete", "MESSAGE_DELETE", () => only(example("resources__message.01"), "id", "channel_id")],
    ["ignored", "MESSAGE_UPDATE", () => example("resources__message.01")],
    // Followed from another server: by a webhook.
    ["message", "MESSAGE_CREATE", () => example("resources__message.02")],
    ["command", "INTERACTION_CREATE", () => interaction("interactions__application-commands.03")],
    ["ignored", "INTERACTION_CREATE", () => interaction("interactions__application-commands.05")],
    ["ignored", "INTERACTION_CREATE", () => interaction("interactions__application-commands.07")],
    ["command", "INTERACTION_CREATE", inPrivate],
  ];

const reason = missing ? ` (skipped: ${missing})` : "";
describe.skipIf(missing)(`payloads through the real discord.js${reason}`, () => {
  let discord: ReplayedDiscord;
  beforeAll(async () => {
    discord = await replayDiscord(commands);
  });
  afterAll(async () => {
    await discord.close();
  });

  test.each(HEARD)("%s by %s", async (kind, dispatch, payload) => {
    const heard = await discord.dispatch(dispatch, payload());
    expect(heard.map(kindOf)).toEqual(kind === "ignored" ? [] : [kind]);
    expect(discord.errors).toEqual([]);
  });

  test("a documented message that calls Backlot by name opens a thread, one in private does not", async () => {
    const message = example("resources__message.01");
    const content = `${discord.fake.mention} Supa Hot`;
    const called = await discord.dispatch("MESSAGE_CREATE", { ...message, id: "1", content, guild_id: "5" });
    expect(called).toMatchObject([{ type: "message", opens: true, text: "Supa Hot" }]);
    const direct = { ...message, id: "2", channel_id: discord.fake.direct() };
    expect(await discord.dispatch("MESSAGE_CREATE", direct)).toMatchObject([{ text: "Supa Hot" }]);
  });

  test.each(DISPATCHES)("nothing that is documented stops the client when it comes as %s", async (name) => {
    for (const [file, payload] of examples)
      if (typeof payload === "object" && payload !== null && !Array.isArray(payload))
        discord.fake.gateway.dispatch(name, { channel_id: "290926798999357250", file, ...payload });
    await discord.dispatch("MESSAGE_CREATE", { ...example("resources__message.01"), id: "3" });
    expect(discord.errors).toEqual([]);
  });
});

const only = (payload: Record<string, unknown>, ...keys: string[]) =>
  Object.fromEntries(Object.entries(payload).filter(([key]) => keys.includes(key)));

function kindOf(heard: InboundEvent | Amendment): string {
  if ("type" in heard) return heard.type;
  return heard.text === null ? "delete" : "edit";
}
