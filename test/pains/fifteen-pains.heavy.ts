import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EditLedger } from "../fakes/edit-ledger.ts";
import { Premises } from "../rooms/premises.ts";
import { beingMany } from "./being-many.ts";
import { choosing } from "./choosing.ts";
import { losing } from "./losing.ts";
import { working } from "./working.ts";

/** What people suffer from with other bots, each by its number, over the real program on Discord and Slack. */
describe("the fifteen pains", () => {
  let premises: Premises;
  beforeAll(async () => {
    premises = await Premises.open();
    premises.discord.world.edits = new EditLedger({
      perMessageMs: 1_200,
      perChannel: { count: 5, withinMs: 5_000 },
    });
    premises.slack.workspace.edits = new EditLedger({
      perMessageMs: 1_200,
      inAll: { count: 50, withinMs: 60_000 },
    });
  });
  afterAll(() => premises?.close());

  const get = () => premises;
  losing(get);
  working(get);
  choosing(get);
  beingMany(get);

  test("and nothing was given up on the way", () => {
    expect(premises.program.output).not.toMatch(/"level":(50|60)/);
  });
});
