import { PermissionFlagsBits } from "discord.js";
import { expect, test } from "vitest";
import { inviteUrl } from "../../../../src/adapters/discord/invite.ts";

const ID = "123456789012345678";
const read = (url: string): Record<string, string | undefined> => ({
  at: url.split("?")[0],
  ...Object.fromEntries(new URL(url).searchParams),
});

test("asks for the bot, its commands, and exactly what it needs", () => {
  const { permissions, ...asked } = read(inviteUrl(ID));
  expect(asked).toEqual({
    at: "https://discord.com/oauth2/authorize",
    client_id: ID,
    scope: "bot applications.commands",
    integration_type: "0",
  });
  const needed = [
    "ViewChannel",
    "SendMessages",
    "SendMessagesInThreads",
    "CreatePublicThreads",
    "ReadMessageHistory",
    "AttachFiles",
    "EmbedLinks",
    "AddReactions",
  ] as const;
  expect(BigInt(permissions ?? 0)).toBe(needed.reduce((all, name) => all | PermissionFlagsBits[name], 0n));
});

test("is on the API's own host where that is another one", () => {
  expect(read(inviteUrl(ID, "http://127.0.0.1:4000/api")).at).toBe("http://127.0.0.1:4000/oauth2/authorize");
});
