import { expect, test } from "vitest";
import { untilKnown } from "../../../src/lib/until-known.ts";

function asked(answers: readonly (string | undefined)[]) {
  const warned: object[] = [];
  const left = [...answers];
  const answer = untilKnown(async () => left.shift() ?? Promise.reject(new Error("away")), {
    clock: { after: (_ms, callback) => callback() },
    logger: { warn: (data) => void warned.push(data) },
    stopped: () => left.length === 0,
  });
  return { answer, warned };
}

test("asks until there is an answer", async () => {
  const { answer, warned } = asked([undefined, undefined, "known", "asked no more"]);
  expect(await answer).toBe("known");
  expect(warned).toHaveLength(2);
});

test("asks no more when all has stopped", async () => {
  expect(await asked([undefined]).answer).toBeUndefined();
});
