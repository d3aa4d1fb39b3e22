import { describe, expect, test } from "vitest";
import { z } from "zod";
import { inbound } from "../../../../src/adapters/slack/inbound.ts";
import { InboundEvent } from "../../../../src/chat/inbound-event.ts";
import { fakeCommand } from "../../../contract/platform-room.ts";

const bulk = fakeCommand({
  name: "bulk",
  options: z.object({ kind: z.string(), count: z.coerce.number().optional() }),
});
const around = { selfId: "USELF", commands: [bulk], now: new Date("2026-01-02T03:04:05.000Z") };
const hear = (body: unknown) => inbound(body, around);
const said = (more: object, type = "message") => ({
  type: "event_callback",
  team_id: "T1",
  event: {
    type,
    channel: "C1",
    channel_type: "channel",
    user: "U5",
    text: "hello",
    ts: "1767323045.000100",
    ...more,
  },
});
const event = (body: unknown) => {
  const heard = hear(body);
  return heard?.type === "event" ? { ...heard, event: InboundEvent.parse(heard.event) } : undefined;
};

describe("a message", () => {
  test("that mentions Backlot opens its thread; Slack tells it twice and it is one event", () => {
    const mention = { text: "<@USELF> hello" };
    const expected = {
      type: "event",
      addressed: true,
      event: {
        id: "slack:message:C1:1767323045.000100",
        type: "message",
        place: { platform: "slack", workspace: "T1", channel: "C1", thread: "1767323045.000100" },
        opens: true,
        person: { id: "U5", role: "writer" },
        at: "2026-01-02T03:04:05.000Z",
        text: "hello",
        platform_id: "1767323045.000100",
      },
    };
    expect(event(said(mention))).toEqual(expected);
    expect(event(said({ ...mention, channel_type: undefined }, "app_mention"))).toEqual(expected);
  });

  test("in a thread counts where Backlot began it, else where a conversation is open", () => {
    const thread = { thread_ts: "1767323000.000000", parent_user_id: "U5" };
    expect(event(said(thread))).toMatchObject({
      addressed: false,
      event: { place: { thread: "1767323000.000000" } },
    });
    expect(event(said({ ...thread, parent_user_id: "USELF" }))).toMatchObject({ addressed: true });
    expect(event(said({ ...thread, text: "<@USELF> you" }))).toMatchObject({
      addressed: true,
      event: { place: { thread: "1767323000.000000" } },
    });
  });

  test("sent directly goes on in one line", () => {
    expect(event(said({ channel: "D1", channel_type: "im", text: "<@USELF> hi" }))).toMatchObject({
      addressed: true,
      event: { place: { platform: "slack", workspace: "T1", channel: "D1" }, text: "hi" },
    });
    expect(event(said({ channel: "D1", channel_type: "im" }))?.event.place).not.toHaveProperty("thread");
  });

  test.each([
    ["Backlot's own", { user: "USELF" }],
    ["a bot's", { bot_id: "B1" }],
    ["a notice", { subtype: "channel_join" }],
    ["empty", { text: " " }],
    ["by nobody", { user: undefined }],
    ["without a time", { ts: "later" }],
    ["nowhere", { channel: undefined }],
  ])("is not heard when it is %s", (_, more) => {
    expect(hear(said(more))).toBeUndefined();
  });
});

describe("amendments", () => {
  const message = { type: "message", user: "U5", text: "<@USELF> hello again", ts: "1767323045.000100" };
  const changed = (more: object) =>
    said({ subtype: "message_changed", user: undefined, text: undefined, message: { ...message, ...more } });

  test("an edit carries the new text; an unfolded link, or an edit of Backlot's, is none", () => {
    expect(hear(changed({ edited: { ts: "1" } }))).toMatchObject({
      type: "amendment",
      amendment: {
        event_id: "slack:message:C1:1767323045.000100",
        text: "hello again",
        place: { thread: "1767323045.000100" },
      },
    });
    expect(hear(changed({}))).toBeUndefined();
    expect(hear(changed({ edited: { ts: "1" }, bot_id: "B1" }))).toBeUndefined();
  });

  test("a deletion takes the text back, also under answers", () => {
    const taken = {
      type: "amendment",
      amendment: { event_id: "slack:message:C1:1767323045.000100", text: null },
    };
    expect(
      hear(said({ subtype: "message_deleted", deleted_ts: message.ts, previous_message: message })),
    ).toMatchObject(taken);
    expect(hear(changed({ subtype: "tombstone", user: "USLACKBOT" }))).toMatchObject(taken);
    expect(
      hear(said({ subtype: "message_deleted", previous_message: { ...message, bot_id: "B1" } })),
    ).toBeUndefined();
  });
});

describe("a slash command", () => {
  const typed = (command: string, text: string) =>
    event({
      command,
      text,
      team_id: "T1",
      channel_id: "C1",
      user_id: "U5",
      user_name: "ana",
      trigger_id: "9.9",
    })?.event;

  test("is read by the command's own options, at its channel", () => {
    expect(typed("/bulk", "characters 10")).toEqual({
      id: "slack:command:9.9",
      type: "command",
      command: "bulk",
      options: { kind: "characters", count: "10" },
      text: "/bulk characters 10",
      place: { platform: "slack", workspace: "T1", channel: "C1" },
      person: { id: "U5", role: "writer", name: "ana" },
      at: "2026-01-02T03:04:05.000Z",
    });
  });

  test("may come under one name for all", () => {
    expect(typed("/backlot", "bulk scenes")).toMatchObject({
      type: "command",
      command: "bulk",
      options: { kind: "scenes" },
    });
    expect(typed("/backlot", "")).toMatchObject({ type: "message", text: "/help" });
  });

  test("that no command takes is handed on as it was typed, to be answered", () => {
    expect(typed("/bulk", "a 1 too many words")).toMatchObject({
      type: "message",
      text: "/bulk a 1 too many words",
    });
    expect(typed("/unknown", "x")).toMatchObject({ type: "message", text: "/unknown x" });
  });
});

describe("a press", () => {
  const press = (action: object, message: object = { ts: "2.0" }) =>
    event({
      type: "block_actions",
      team: { id: "T1" },
      user: { id: "U5", name: "ana" },
      channel: { id: "C1" },
      message,
      actions: [{ action_id: "cho_1", action_ts: "1767323045.5", ...action }],
    });

  test("is the choice it names, by button or menu", () => {
    expect(press({ type: "button", value: "cho_1" })?.event).toMatchObject({
      id: "slack:choice:cho_1:U5:1767323045.5",
      choice_id: "cho_1",
      unique: true,
      at: "2026-01-02T03:04:05.500Z",
    });
    expect(press({ action_id: "menu:0", selected_option: { value: "cho_2" } })?.event).toMatchObject({
      choice_id: "cho_2",
    });
    expect(press({ action_id: "form:open:msg_1:0" })).toBeUndefined();
    expect(press({ action_id: "details:msg_1:0", value: "details:msg_1:0" })).toBeUndefined();
    expect(press({ value: null })).toBeUndefined();
  });

  test("stands in its thread; a message that has answers stands in the channel", () => {
    expect(press({ value: "c" }, { ts: "2.0", thread_ts: "1.0" })?.event.place).toMatchObject({
      thread: "1.0",
    });
    expect(press({ value: "c" }, { ts: "2.0", thread_ts: "2.0" })?.event.place).not.toHaveProperty("thread");
  });

  test("in an organisation without a team takes the person's", () => {
    const body = {
      type: "block_actions",
      team: null,
      user: { id: "U5", team_id: "T7" },
      channel: { id: "C1" },
      actions: [{ action_id: "c", value: "c" }],
    };
    expect(event(body)?.event.place.workspace).toBe("T7");
  });
});

test("a submitted form comes back to the place it was opened at", () => {
  const place = { platform: "slack", workspace: "T1", channel: "C1", thread: "1.0" };
  const view = {
    id: "V1",
    callback_id: "form:frm_1",
    private_metadata: JSON.stringify(place),
    state: {
      values: {
        age: { value: { type: "plain_text_input", value: "29" } },
        role: { value: { selected_option: { value: "lead" } } },
        note: { value: { value: null } },
      },
    },
  };
  expect(event({ type: "view_submission", user: { id: "U5" }, view })?.event).toMatchObject({
    id: "slack:form:V1",
    form_id: "frm_1",
    values: { age: "29", role: "lead", note: "" },
    place,
  });
  expect(
    event({ type: "view_submission", user: { id: "U5" }, view: { ...view, private_metadata: "{" } }),
  ).toBeUndefined();
  expect(
    event({ type: "view_submission", user: { id: "U5" }, view: { ...view, callback_id: "feedback" } }),
  ).toBeUndefined();
});

test("broken payloads are nothing", () => {
  for (const body of [
    undefined,
    null,
    7,
    "x",
    [],
    {},
    { event: {} },
    { team_id: "T1", event: { type: "reaction_added" } },
  ]) {
    expect(hear(body)).toBeUndefined();
  }
});
