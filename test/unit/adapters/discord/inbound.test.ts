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
  test("that mentions Backlot opens the thread that will have its id", () => {
    expect(heard()).toEqual({
      type: "event",
      addressed: true,
      event: {
        id: "discord:message:1",
        type: "message",
        place: { platform: "discord", workspace: GUILD, channel: "200", thread: "1" },
        opens: true,
        person: { id: "5", role: "writer", name: "Annie" },
        at: "2026-01-02T03:04:05.678Z",
        text: "hello",
        platform_id: "1",
      },
    });
  });

  test("shows other people by name and keeps what looks like nobody", () => {
    const content = `<@!${SELF}>   <@5> meets <@77>`;
    expect(heard({ content, mentions: [{ id: "5", global_name: "Ana" }] })?.event).toMatchObject({
      text: "@Ana meets <@77>",
    });
  });

  test("in a voice channel's chat has no thread to open", () => {
    expect(heard({}, { id: "200", type: 2 })?.event.place).toEqual({
      platform: "discord",
      workspace: GUILD,
      channel: "200",
    });
  });

  test("in a thread belongs to the thread, addressed or not", () => {
    const place = { platform: "discord", workspace: GUILD, channel: "200", thread: "300" };
    expect(heard({}, thread)).toMatchObject({ addressed: true, event: { place } });
    expect(heard({ content: "and then?" }, thread)).toMatchObject({ addressed: false, event: { place } });
    expect(heard({ content: "and then?" }, { ...thread, owner_id: SELF })).toMatchObject({ addressed: true });
  });

  test("that answers Backlot stays where Backlot spoke", () => {
    const said = { id: "50", author: { id: SELF } };
    expect(heard({ type: 19, content: "yes", referenced_message: said })).toMatchObject({
      addressed: true,
      event: { place: { channel: "200" } },
    });
    const inPlaceOfThread = { ...said, message_reference: { message_id: "40" } };
    expect(heard({ type: 19, content: "yes", referenced_message: inPlaceOfThread })?.event.place.thread).toBe(
      "40",
    );
  });

  test("between two people alone is a workspace of its own, run by the person", () => {
    const direct = inbound(
      "MESSAGE_CREATE",
      message({ guild_id: undefined, member: undefined, content: "hi" }),
      {
        ...around({ id: "200", type: 1 }, 8n),
      },
    );
    expect(direct).toMatchObject({
      addressed: true,
      event: { place: { workspace: "dm-200", channel: "200" }, person: { role: "admin" } },
    });
  });

  test.each([
    ["Backlot's own", { author: { id: SELF } }],
    ["a bot's", { author: { id: "6", bot: true } }],
    ["a webhook's", { webhook_id: "8" }],
    ["a notice", { type: 7 }],
    ["empty talk", { content: "  " }],
    ["without a time", { timestamp: "soon" }],
  ])("is not heard when it is %s", (_, more) => {
    expect(heard(more)).toBeUndefined();
  });
});

test("roles follow permissions", () => {
  const role = (permissions: bigint) => {
    const found = inbound("MESSAGE_CREATE", message(), around(channel, permissions));
    return found?.type === "event" ? found.event.person.role : undefined;
  };
  expect([0n, 1n << 4n, 1n << 5n, 1n << 13n, 1n << 3n].map(role)).toEqual([
    "writer",
    "producer",
    "admin",
    "producer",
    "admin",
  ]);
});

test("the roles of a member come along by their ids", () => {
  const groupsOf = (member: object) => {
    const found = inbound("MESSAGE_CREATE", { ...message(), member }, around(channel, 0n));
    return found?.type === "event" ? found.event.person.groups : undefined;
  };
  expect([groupsOf({ roles: ["7", "8"] }), groupsOf({ roles: [] }), groupsOf({})]).toEqual([
    ["7", "8"],
    undefined,
    undefined,
  ]);
});

describe("amendments", () => {
  test("an edit carries the new text; an unfolded link is none", () => {
    const edit = message({
      content: `<@${SELF}> hello again`,
      edited_timestamp: "2026-01-02T03:05:00+00:00",
    });
    expect(inbound("MESSAGE_UPDATE", edit, around())).toMatchObject({
      type: "amendment",
      amendment: { event_id: "discord:message:1", text: "hello again" },
    });
    expect(inbound("MESSAGE_UPDATE", message(), around())).toBeUndefined();
    expect(inbound("MESSAGE_UPDATE", { id: "1", channel_id: "200" }, around())).toBeUndefined();
  });

  test("a deletion takes the text back", () => {
    expect(inbound("MESSAGE_DELETE", { id: "1", channel_id: "200", guild_id: GUILD }, around())).toEqual({
      type: "amendment",
      amendment: {
        event_id: "discord:message:1",
        place: { platform: "discord", workspace: GUILD, channel: "200" },
        text: null,
      },
    });
  });
});

describe("an interaction", () => {
  const interaction = (more: object) => ({
    id: "175928847299117063",
    token: "t",
    application_id: "a",
    guild_id: GUILD,
    channel: { id: "300", type: 11, parent_id: "200" },
    member: { user: { id: "5", username: "ana" }, permissions: "8" },
    ...more,
  });
  const event = (more: object) => {
    const found = inbound("INTERACTION_CREATE", interaction(more), around());
    return found?.type === "event" ? InboundEvent.parse(found.event) : undefined;
  };

  test("by slash is a command with its options, at the time its id tells", () => {
    const options = [
      { name: "kind", type: 3, value: "characters" },
      { name: "count", type: 4, value: 10 },
    ];
    expect(event({ type: 2, data: { type: 1, name: "bulk", options } })).toEqual({
      id: "discord:interaction:175928847299117063",
      type: "command",
      command: "bulk",
      options: { kind: "characters", count: 10 },
      text: "/bulk kind:characters count:10",
      place: { platform: "discord", workspace: GUILD, channel: "200", thread: "300" },
      person: { id: "5", name: "ana", role: "admin" },
      at: "2016-04-30T11:18:25.796Z",
    });
  });

  test("by button or menu is the choice it names", () => {
    expect(event({ type: 3, data: { component_type: 2, custom_id: "cho_1" } })).toMatchObject({
      id: "discord:choice:cho_1:175928847299117063",
      choice_id: "cho_1",
      unique: true,
    });
    expect(
      event({ type: 3, data: { component_type: 3, custom_id: "menu:0", values: ["cho_2"] } }),
    ).toMatchObject({ choice_id: "cho_2" });
    expect(event({ type: 3, data: { component_type: 3, custom_id: "menu:0", values: [] } })).toBeUndefined();
    expect(event({ type: 3, data: { component_type: 2, custom_id: "form:open:msg_1:0:0" } })).toBeUndefined();
    expect(event({ type: 3, data: { component_type: 2, custom_id: "details:msg_1:0" } })).toBeUndefined();
  });

  test("on a message that stands in for a thread belongs to that thread", () => {
    const press = {
      type: 3,
      channel: { id: "200", type: 0 },
      message: { id: "60", message_reference: { message_id: "40" } },
    };
    expect(event({ ...press, data: { component_type: 2, custom_id: "cho_1" } })?.place).toMatchObject({
      channel: "200",
      thread: "40",
    });
  });

  test("by modal is a form with its values", () => {
    const components = [
      { type: 18, component: { type: 4, custom_id: "age", value: "29" } },
      { type: 18, component: { type: 3, custom_id: "role", values: ["lead"] } },
    ];
    expect(event({ type: 5, data: { custom_id: "form:frm_1", components } })).toMatchObject({
      type: "form",
      form_id: "frm_1",
      values: { age: "29", role: "lead" },
    });
  });

  test("of another kind, or without a person, is nothing", () => {
    expect(event({ type: 2, data: { type: 2, name: "Look up" } })).toBeUndefined();
    expect(event({ type: 4, data: { type: 1, name: "bulk" } })).toBeUndefined();
    expect(event({ type: 2, member: undefined, data: { type: 1, name: "bulk" } })).toBeUndefined();
  });
});

test("other dispatches and broken payloads are nothing", () => {
  for (const name of [
    "MESSAGE_CREATE",
    "MESSAGE_UPDATE",
    "MESSAGE_DELETE",
    "INTERACTION_CREATE",
    "TYPING_START",
  ]) {
    for (const data of [undefined, null, 7, "x", [], {}, { id: 1 }])
      expect(inbound(name, data, around())).toBeUndefined();
  }
});
