import { afterAll, beforeAll, expect, test } from "vitest";
import { Studio } from "../../../support/product.ts";
import { Stage } from "../../../support/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

test("whoever names the film and goes on has both taken", async () => {
  const studio = new Studio(stage);
  const session = await stage.session();
  const { changes, reply } = await studio.say(
    session,
    "The film is called The Last Light. Ezra Cole is a 61-year-old keeper.",
  );
  expect(reply.text).toContain("**The Last Light** now.");
  expect(changes).toMatchObject([{ kind: "character", name: "Ezra Cole" }]);
});
