import { expect, test } from "vitest";
import { isOpening, lateForm, openedModal } from "../../../../src/adapters/discord/answer-opening.ts";
import type { InteractionPayload } from "../../../../src/adapters/discord/payload.ts";
import type { InboundEvent } from "../../../../src/chat/inbound-event.ts";
import { openingId } from "../../../../src/chat/opening.ts";
import type { TurnView } from "../../../../src/chat/turn-record.ts";
import type { Clock } from "../../../../src/ports/clock.ts";
import type { Receiver } from "../../../../src/ports/platform.ts";

const form = {
  type: "form" as const,
  form_id: "frm_1",
  title: "Edit Sarah",
  fields: [{ name: "age", label: "Age", input: "number" as const }],
};
const view: TurnView = {
  turn_id: "trn_1",
  session_id: "ses_1",
  project_id: "prj_1",
  message_id: "msg_1",
  opened: true,
  reply: { message_id: "msg_1", text: "", blocks: [form] },
  changes: [],
  choices: [],
};
const event = { id: "discord:choice:cho_1:1" } as InboundEvent;
const taken = Promise.resolve();

function lab(finished: () => Promise<TurnView | undefined>) {
  let pass = () => {};
  let waits = 0;
  const clock: Clock = {
    now: () => new Date(0),
    after: (_ms, callback) => {
      waits += 1;
      pass = callback;
      return () => {
        waits -= 1;
      };
    },
  };
  const receiver = { finished } as unknown as Receiver;
  return { clock, receiver, pass: () => pass(), waits: () => waits };
}

test("what a press came to in time is opened, and no timer is left", async () => {
  const { clock, receiver, waits } = lab(async () => view);
  const modal = await openedModal(event, taken, receiver, clock);
  expect(modal).toMatchObject({ type: 9, data: { title: "Edit Sarah" } });
  expect(waits()).toBe(0);
});

test("what takes too long, failed, or came to something else opens nothing", async () => {
  const slow = lab(() => new Promise(() => {}));
  const late = openedModal(event, taken, slow.receiver, slow.clock);
  slow.pass();
  expect(await late).toBeUndefined();
  const { clock, receiver } = lab(async () => view);
  expect(await openedModal(event, Promise.reject(new Error("away")), receiver, clock)).toBeUndefined();
  const { opened: _, ...posted } = view;
  const other = lab(async () => posted);
  expect(await openedModal(event, taken, other.receiver, other.clock)).toBeUndefined();
});

test("a form that came late is opened by a button of its own", () => {
  expect(lateForm(view)).toMatchObject([
    { content: "**Edit Sarah** is ready to fill in.", components: [{ components: [{ label: "Fill in" }] }] },
  ]);
  const { opened: _, ...posted } = view;
  expect(lateForm(posted)).toBeUndefined();
});

test("only a button that says so opens, and a command that does with what it is given", () => {
  const press = (custom_id: string) => ({ data: { custom_id } }) as InteractionPayload;
  const pressed = { type: "choice" } as InboundEvent;
  expect([press(openingId("cho_1")), press("cho_1")].map((one) => isOpening(one, pressed, []))).toEqual([
    true,
    false,
  ]);
  const commands = [
    { name: "character", opens: ({ action }: Readonly<Record<string, unknown>>) => action === "edit" },
    { name: "help" },
  ];
  const given = (command: string, action: string) =>
    isOpening(
      press(""),
      { type: "command", command, options: { action } } as unknown as InboundEvent,
      commands,
    );
  expect([given("character", "edit"), given("character", "list"), given("help", "edit")]).toEqual([
    true,
    false,
    false,
  ]);
});
