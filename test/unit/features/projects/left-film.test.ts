import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { InboundEvent } from "../../../../src/chat/inbound-event.ts";
import type { TurnView } from "../../../../src/chat/turn-record.ts";
import type { Place } from "../../../../src/domain/session.ts";
import { Studio } from "../../../support/product.ts";
import { Stage, silent } from "../../../support/stage.ts";
import { ANA, Guild, namedPlatform } from "./guild.ts";

const SARAH = "Create a character named Sarah, a 28-year-old journalist";

let stage: Stage;
let guild: Guild;
let place: Place;
let logged: { readonly data: object; readonly message: string }[];
beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(async () => {
  logged = [];
  const platform = namedPlatform("discord");
  const logger = {
    ...silent,
    info: (data: object, message: string) => void logged.push({ data, message }),
  };
  const studio = new Studio(stage, undefined, undefined, { platform: () => platform, logger });
  guild = new Guild(stage, platform, studio);
  place = guild.place("night-shift", "t1");
  await guild.say(place, SARAH);
});
afterAll(() => stage.close());

const sendForm = async (asked: TurnView, values: Record<string, string>): Promise<TurnView> => {
  const form = asked.reply.blocks.find((block) => block.type === "form");
  if (form?.type !== "form") throw new Error(`no form: ${asked.reply.text}`);
  const { text: _, ...base } = guild.event(place, "");
  const event: InboundEvent = { ...base, person: ANA, type: "form", form_id: form.form_id, values };
  await guild.studio.product.receiver.receive(event);
  return guild.answer(event);
};
const isRefused = (view: TurnView) => {
  expect(view).toMatchObject({ private: true, error: { code: "blocked" }, changes: [] });
  expect(view.reply.text).toMatch(/^That belongs to a film .* Type \/project bind to take the film up again/);
  expect(logged).toEqual([
    {
      message: "a person was told what does not fit",
      data: expect.objectContaining({ turn_id: view.turn_id, code: "blocked" }),
    },
  ]);
};

test("a button of a film does nothing to the one that its channel moved on to, and is good again after /project bind", async () => {
  const undo = await guild.button(place, "Undo");
  await guild.say(place, '/project create "Other film"');
  logged.splice(0);
  isRefused(await guild.press(place, undo));
  await guild.say(place, "/project bind Night Shift");
  expect((await guild.press(place, undo)).reply.text).toMatch(/^Undone/);
});

test("a form of a film writes nothing where its channel works on no film any more", async () => {
  const asked = await guild.say(place, "/character create");
  await guild.say(place, "/project unbind");
  logged.splice(0);
  isRefused(await sendForm(asked, { name: "Ghost" }));
  await guild.say(place, "/project bind Night Shift");
  expect((await sendForm(asked, { name: "Ghost" })).reply.text).toContain("Ghost");
});

test("what chooses the film itself outlasts a change of the film", async () => {
  await guild.say(place, '/project create "Other film"');
  const asked = await guild.say(place, "/project bind");
  const back = asked.choices.find(({ label }) => label === "Night Shift")?.id ?? "";
  await guild.say(place, '/project create "Third film"');
  expect((await guild.press(place, back)).reply.text).toContain("now works on **Night Shift**");
});
