import { afterAll, beforeAll, expect, test } from "vitest";
import type { Platform } from "../../../../src/ports/platform.ts";
import { Studio } from "../../../support/product.ts";
import { Stage } from "../../../support/stage.ts";

const room = {
  name: "discord",
  delivery: "send",
  send: async () => "1",
  edit: async () => "1",
  typing: () => undefined,
} as unknown as Platform;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

test("where many read along, who presses a choice of the past is told alone, and nothing is done", async () => {
  const session = await stage.session("discord");
  const studio = new Studio(stage, undefined, undefined, { platform: () => room });
  await studio.say(session, "Create a character named Maya, a surgeon");
  const late = await studio.press(session, "nxt_0ldstate_0");
  expect(late).toMatchObject({ private: true, changes: [], choices: [], error: { code: "conflict" } });
  expect(late.reply.text).toMatch(/Type \/workflow to see what can be done now\.$/);
});
