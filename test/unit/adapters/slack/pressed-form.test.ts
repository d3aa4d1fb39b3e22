import { expect, test } from "vitest";
import { pressedForm } from "../../../../src/adapters/slack/pressed-form.ts";
import type { TurnView } from "../../../../src/chat/turn-record.ts";

const press = {
  type: "block_actions",
  team: { id: "T1" },
  user: { id: "U1" },
  channel: { id: "C1" },
  message: { ts: "2.0", thread_ts: "1.0" },
  trigger_id: "trigger",
  actions: [{ action_id: "cho_1", value: "cho_1", action_ts: "3.0" }],
};
const PLACE = { platform: "slack", workspace: "T1", channel: "C1", thread: "1.0" } as const;
const view: TurnView = {
  turn_id: "trn_1",
  session_id: "ses_1",
  project_id: "prj_1",
  message_id: "msg_1",
  opened: true,
  reply: {
    message_id: "msg_1",
    text: "",
    blocks: [
      {
        type: "form",
        form_id: "frm_1",
        title: "Edit Sarah",
        fields: [{ name: "age", label: "Age", input: "number" }],
      },
    ],
  },
  changes: [],
  choices: [],
};

function lab(fails = false) {
  const lab = { now: 0, opened: [] as unknown[], told: [] as unknown[] };
  const web = {
    views: {
      open: async (asked: unknown) => {
        if (fails) throw new Error("expired_trigger_id");
        lab.opened.push(asked);
      },
    },
  } as unknown as Parameters<typeof pressedForm>[1]["web"];
  const clock = { now: () => new Date(lab.now), after: () => () => {} };
  const open = (body: unknown) =>
    pressedForm(body, { web }, clock, async (told) => {
      lab.told.push(told);
    });
  return Object.assign(lab, { open });
}

const BUTTON = {
  response_type: "ephemeral",
  replace_original: false,
  thread_ts: "1.0",
  blocks: [
    { type: "section" },
    { elements: [{ action_id: "form:open:msg_1:0", text: { text: "Fill in" } }] },
  ],
};

test("a form is opened by the press's own trigger, at the place of the press", async () => {
  const { open, opened, told } = lab();
  await open(press)?.(view, PLACE);
  expect(opened).toMatchObject([{ trigger_id: "trigger", view: { callback_id: "form:frm_1" } }]);
  expect(JSON.stringify(opened)).toContain(String.raw`\"thread\":\"1.0\"`);
  expect(told).toEqual([]);
});

test("once the trigger is over, or is not taken, a button for the presser alone opens it", async () => {
  const late = lab();
  const open = late.open(press);
  late.now = 3_000;
  await open?.(view, PLACE);
  expect([late.opened, late.told]).toMatchObject([[], [BUTTON]]);
  const refused = lab(true);
  await expect(refused.open(press)?.(view, PLACE)).rejects.toThrow("expired_trigger_id");
  expect(refused.told).toMatchObject([BUTTON]);
});

test("what came to no form, and what is no press, opens nothing", async () => {
  const { open, opened, told } = lab();
  const { opened: _, ...posted } = view;
  await open(press)?.(posted, PLACE);
  expect([opened, told]).toEqual([[], []]);
  expect(open({ type: "view_submission" })).toBeUndefined();
});

test("a command opens its form by its own trigger, and late by a button", async () => {
  const command = {
    ...{ command: "/character", text: "edit Sarah", trigger_id: "typed" },
    ...{ team_id: "T1", channel_id: "C1", user_id: "U1" },
  };
  const place = { platform: "slack", workspace: "T1", channel: "C1" } as const;
  const { open, opened, told } = lab();
  await open(command)?.(view, place);
  expect([opened, told]).toMatchObject([[{ trigger_id: "typed" }], []]);
  const late = lab();
  const opens = late.open(command);
  late.now = 3_000;
  await opens?.(view, place);
  expect([late.opened, late.told]).toMatchObject([[], [{ blocks: BUTTON.blocks }]]);
});
