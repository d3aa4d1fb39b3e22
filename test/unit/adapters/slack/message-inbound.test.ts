import { describe, expect, test } from "vitest";
import { inbound } from "../../../../src/adapters/slack/inbound.ts";
import { InboundEvent } from "../../../../src/chat/inbound-event.ts";

const around = { selfId: "USELF", commands: [], now: new Date("2026-01-02T03:04:05.000Z") };
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
  test("of 40,000 characters comes whole", () => {
    const text = "word ".repeat(8_000).trim();
    expect(event(said({ text }))?.event).toMatchObject({ text });
  });

  test("of somebody from another workspace names them as they are called there", () => {
    const user_profile = { display_name: "", real_name: "Eva Guest" };
    expect(event(said({ user: "U9", user_team: "T9", user_profile }))?.event).toMatchObject({
      person: { id: "U9", role: "writer", name: "Eva Guest" },
      place: { workspace: "T1" },
    });
  });

  test("that shares another brings its words; the preview of a link is nobody's words", () => {
    const attachments = [
      { is_share: true, text: "<@USELF> Sarah is 28" },
      { from_url: "https://example.com", text: "An example" },
    ];
    const found = event(said({ text: "", attachments }));
    expect(found).toMatchObject({ addressed: false, event: { text: "Sarah is 28" } });
    expect(event(said({ text: "", attachments: attachments.slice(1) }))).toBeUndefined();
  });

  test("in a group message counts when it calls Backlot", () => {
    const group = { channel: "G1", channel_type: "mpim" };
    expect(event(said(group))).toMatchObject({ addressed: false });
    expect(event(said({ ...group, text: "<@USELF> hi" }))).toMatchObject({ addressed: true });
  });

  test("brings its files, and a bad one costs no words", () => {
    const file = {
      id: "F1",
      name: "script.pdf",
      mimetype: "application/pdf",
      size: 9,
      url_private: "https://files.test/F1",
    };
    expect(
      event(said({ subtype: "file_share", text: "", channel_type: "im", files: [file] }))?.event,
    ).toMatchObject({
      text: "",
      files: [
        {
          id: expect.stringMatching(/^fil_\w{64}$/),
          name: "script.pdf",
          media_type: "application/pdf",
          size: 9,
        },
      ],
      sources: [{ platform_id: "F1", url: file.url_private }],
    });
    const some = event(said({ files: [{ id: 7 }, { id: "F0", mode: "tombstone" }, file] }))?.event;
    expect(some).toMatchObject({ text: "hello", sources: [{ platform_id: "F1" }] });
  });
});
