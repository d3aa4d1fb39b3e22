import { describe, expect, test } from "vitest";
import { inbound } from "../../src/adapters/discord/inbound.ts";
import type { Heard } from "../../src/chat/heard.ts";
import { Amendment, InboundEvent } from "../../src/chat/inbound-event.ts";
import { missing, recorded } from "./recorded.ts";

const DISPATCHES = ["MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "INTERACTION_CREATE"];
const around = { selfId: "1", channel: { id: "290926798999357250", type: 0 }, permissions: 0n };

/** Translates, and holds whatever comes out against its schema. */
function hear(name: string, payload: unknown): Heard | undefined {
  const heard = inbound(name, payload, around);
  if (heard?.type === "event") InboundEvent.parse(heard.event);
  if (heard?.type === "amendment") Amendment.parse(heard.amendment);
  return heard;
}

const examples = recorded("discord-api-docs").map(
  ({ name, payload }) => [name, (payload as { example: unknown }).example] as const,
);
const example = (start: string) => examples.find(([name]) => name.startsWith(start))?.[1];

describe.skipIf(missing)(`documented Discord payloads${missing ? ` (skipped: ${missing})` : ""}`, () => {
  test("there are some", () => expect(examples.length).toBeGreaterThan(200));

  test.each(examples)("%s throws nothing, whatever it is told as", (_, payload) => {
    for (const name of DISPATCHES) expect(() => hear(name, payload)).not.toThrow();
  });

  test("a message is heard, unaddressed", () => {
    expect(hear("MESSAGE_CREATE", example("resources__message.01"))).toMatchObject({
      addressed: false,
      event: {
        id: "discord:message:334385199974967042",
        text: "Supa Hot",
        person: { name: "Mason" },
        at: "2017-07-11T17:27:07.299Z",
      },
    });
  });

  test("a slash command is heard with its option", () => {
    expect(hear("INTERACTION_CREATE", example("interactions__application-commands.03"))).toMatchObject({
      event: {
        type: "command",
        command: "cardsearch",
        options: { cardname: "The Gitrog Monster" },
        place: { workspace: "290926798626357999", channel: "645027906669510667" },
        person: { id: "53908232506183680", role: "admin" },
      },
    });
  });

  test("commands on users and on messages are not Backlot's", () => {
    expect(hear("INTERACTION_CREATE", example("interactions__application-commands.05"))).toBeUndefined();
    expect(hear("INTERACTION_CREATE", example("interactions__application-commands.07"))).toBeUndefined();
  });
});
