import { describe, expect, test } from "vitest";
import { inbound } from "../../../../src/adapters/discord/inbound.ts";
import type { Channel } from "../../../../src/adapters/discord/surroundings.ts";
import { InboundEvent } from "../../../../src/chat/inbound-event.ts";

const SELF = "900";
const GUILD = "100";
const channel: Channel = { id: "200", type: 0 };
const thread: Channel = { id: "300", type: 11, parent_id: "200", owner_id: "5" };
const around = (where: Channel = channel, permissions = 0n) => ({
  selfId: SELF,
  channel: where,
  permissions,
});

const message = (more: object = {}) => ({
  id: "1",
  channel_id: "200",
  guild_id: GUILD,
  type: 0,
  author: { id: "5", username: "ana", global_name: "Ana" },
  member: { nick: "Annie", roles: [] },
  content: `<@${SELF}> hello`,
  timestamp: "2026-01-02T03:04:05.678000+00:00",
  edited_timestamp: null,
  mentions: [{ id: SELF, username: "backlot" }],
  attachments: [],
  ...more,
});

const heard = (more: object = {}, where: Channel = channel) => {
  const found = inbound("MESSAGE_CREATE", message(more), around(where));
  if (found?.type !== "event") return undefined;
  expect(InboundEvent.safeParse(found.event).success).toBe(true);
  return found;
};

describe("a message", () => {
  test("that calls the role Backlot came with calls Backlot", () => {
    const content = "<@&901> hello <@&902>";
    const found = inbound("MESSAGE_CREATE", message({ content, mentions: [] }), {
      ...around(),
      selfRoleId: "901",
      names: { role: () => "crew", channel: () => undefined },
    });
    expect(found).toMatchObject({ addressed: true, event: { text: "hello @crew", place: { thread: "1" } } });
    expect(heard({ content, mentions: [] })).toMatchObject({ addressed: false });
  });

  test("that forwards another brings its words and files, and is no call because those were", () => {
    const file = { id: "7", filename: "a.txt", size: 1, url: "https://cdn.test/a.txt" };
    const message_snapshots = [{ message: { content: `<@${SELF}> Sarah is 28`, attachments: [file] } }];
    const found = heard({ content: "", mentions: [], message_snapshots });
    expect(found).toMatchObject({
      addressed: false,
      event: { text: "Sarah is 28", sources: [{ platform_id: "7" }] },
    });
    const both = heard({
      content: `<@${SELF}> see this`,
      message_snapshots: [{ message: { content: "Sarah is 28" } }],
    });
    expect(both).toMatchObject({ addressed: true, event: { text: "see this\nSarah is 28" } });
  });

  test("that replies to Backlot without pinging it is for Backlot", () => {
    const referenced_message = { id: "50", author: { id: SELF, bot: true } };
    expect(heard({ type: 19, content: "yes", mentions: [], referenced_message })).toMatchObject({
      addressed: true,
    });
    expect(heard({ type: 19, content: "yes", mentions: [], referenced_message: null })).toMatchObject({
      addressed: false,
    });
  });

  test("as long as Discord lets those write who pay for it is heard whole", () => {
    const content = `<@${SELF}> ${"long ".repeat(797)}end`;
    const found = heard({ content: content.slice(0, 4_000) });
    expect(found?.event).toMatchObject({ text: expect.stringMatching(/^long (long )*end$/) });
  });

  test("of a sticker and no words is nothing, but for one that calls Backlot; a poll cannot be read", () => {
    const sticker_items = [{ id: "9", name: "thumbs up", format_type: 1 }];
    const poll = { question: { text: "Which ending?" }, answers: [], allow_multiselect: false };
    expect(heard({ content: "", mentions: [], sticker_items }, thread)).toBeUndefined();
    expect(heard({ content: "", mentions: [], poll }, thread)).toMatchObject({ unread: true });
    expect(heard({ content: "Which?", mentions: [], poll }, thread)).not.toHaveProperty("unread");
    expect(heard({ content: `<@${SELF}>`, sticker_items })?.event).toMatchObject({ text: "" });
  });

  test("brings its files", () => {
    const file = {
      id: "7",
      filename: "script.pdf",
      size: 9,
      url: "https://cdn.test/script.pdf",
      content_type: "application/pdf",
    };
    expect(heard({ content: "", attachments: [file] }, { ...thread, owner_id: SELF })?.event).toMatchObject({
      text: "",
      files: [
        {
          id: expect.stringMatching(/^fil_\w{64}$/),
          name: "script.pdf",
          media_type: "application/pdf",
          size: 9,
        },
      ],
      sources: [{ platform_id: "7", url: file.url }],
    });
  });
});
