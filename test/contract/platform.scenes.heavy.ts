import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Premises } from "../rooms/premises.ts";
import { deciding } from "./platform.deciding.suite.ts";
import { filming } from "./platform.filming.suite.ts";
import { meeting } from "./platform.meeting.suite.ts";
import { staying } from "./platform.staying.suite.ts";

/** The same scenes in every room, over the real program: what people see must not depend on where they are. */
describe("one program on the page, on Discord and on Slack", () => {
  let premises: Premises;
  beforeAll(async () => {
    premises = await Premises.open();
  });
  afterAll(() => premises?.close());

  for (const name of ["web", "discord", "slack"] as const) {
    describe.concurrent(name, () => {
      const room = () => premises.rooms[name];
      filming(room);
      deciding(room);
      meeting(room);
    });
  }
  staying(
    () => Object.values(premises.rooms),
    () => premises.restart(),
  );

  test("and nothing went wrong behind the scenes", () => {
    expect(premises.program.output).not.toMatch(/"level":(50|60)/);
  });
});
