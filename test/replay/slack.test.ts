import { describe, expect, test } from "vitest";
import { z } from "zod";
import { inbound } from "../../src/adapters/slack/inbound.ts";
import type { Heard } from "../../src/chat/heard.ts";
import { Amendment, InboundEvent } from "../../src/chat/inbound-event.ts";
import { fakeCommand } from "../contract/platform-room.ts";
import { missing, recorded } from "./recorded.ts";

const commands = [fakeCommand({ name: "hello-world", options: z.object({ word: z.string().optional() }) })];

/** Translates, and holds whatever comes out against its schema. */
function hear(payload: unknown, selfId = "U00FAKEBOT01"): Heard | undefined {
  const heard = inbound(payload, { selfId, commands, now: new Date(0) });
  if (heard?.type === "event") InboundEvent.parse(heard.event);
  if (heard?.type === "amendment") Amendment.parse(heard.amendment);
  return heard;
}

const conversations = recorded("chat-replay").map(
  ({ name, payload }) => [name, payload as Record<string, unknown>] as const,
);
const examples = recorded("bolt-python").map(({ name, payload }) => {
  const { _kind, payload: body } = payload as { _kind: string; payload: unknown };
  return [_kind, name, body] as const;
});
const shapes = recorded("slack-java-json-logs").map(({ name, payload }) => [name, payload] as const);

describe.skipIf(missing)(`recorded Slack payloads${missing ? ` (skipped: ${missing})` : ""}`, () => {
  test.each(conversations)("the conversation %s is heard", (_, { botUserId, ...steps }) => {
    const selfId = String(botUserId);
    for (const [step, body] of Object.entries(steps)) {
      const heard = hear(body, selfId);
      const { type = "", bot_id } = (body as { event?: { type?: string; bot_id?: string } }).event ?? {};
      if (bot_id) expect(heard, step).toBeUndefined();
      if (bot_id || !["message", "app_mention"].includes(type)) continue;
      expect(heard, step).toMatchObject({ type: "event", event: { type: "message" } });
      if (heard?.type === "event" && heard.event.type === "message")
        expect(heard.event.text).not.toContain("<@");
    }
  });

  test("a mention opens a thread, and what follows in it is part of it", () => {
    const steps = conversations.find(([name]) => name === "slack")?.[1] ?? {};
    const place = {
      platform: "slack",
      workspace: "T00FAKE00AA",
      channel: "C00FAKECHAN1",
      thread: "1767224888.280449",
    };
    expect(hear(steps.mention)).toMatchObject({ addressed: true, event: { text: "Hey", place } });
    expect(hear(steps.followUp)).toMatchObject({ addressed: false, event: { text: "Hi", place } });
  });

  test.each(examples)("%s %s is translated or is nothing", (kind, _, body) => {
    const heard = hear(body, "W111");
    if (kind === "event:app_mention") expect(heard).toMatchObject({ type: "event", addressed: true });
    if (kind === "block_actions") expect(heard).toMatchObject({ event: { type: "choice" } });
    if (/reaction|member|tokens|uninstalled|function|shortcut|workflow|dialog/.test(kind))
      expect(heard).toBeUndefined();
  });

  test("a slash command is a command", () => {
    const [, , body] = examples.find(([kind]) => kind === "slash_command") ?? [];
    expect(hear(body)).toMatchObject({
      event: {
        type: "command",
        command: "hello-world",
        options: { word: "Hi" },
        id: "slack:command:111.111.xxx",
      },
    });
  });

  test("the message of a bot is not heard, that of a person is", () => {
    const find = (wanted: string) => examples.find(([, name]) => name === wanted)?.[2];
    expect(hear(find("message_bot.bot_message_event_payload"))).toBeUndefined();
    expect(hear(find("message_bot.user_message_event_payload"))).toMatchObject({ type: "event" });
    expect(hear(find("message_thread_broadcast.event_payload"))).toMatchObject({ type: "event" });
  });

  test.each(shapes)("the shape of %s throws nothing", (_, body) => {
    expect(() => hear(body)).not.toThrow();
  });
});
