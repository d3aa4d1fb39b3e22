import { expect, test } from "vitest";
import { casts, type EvalCase, loadCases, requestOf } from "../../../../bench/eval-cases.ts";
import { readOffline } from "../../../../src/adapters/offline/read.ts";
import { entry, openBible } from "../../domain/bible/bible-maker.ts";

const chatter = loadCases(["crowd-chatter"]);
/** Of those who talk as film teams do: what they may get wrong, in a hundred. */
const MOST = 2;

/** What a message does to a film whose people are there and have been spoken of. */
function heard(one: EvalCase): string[] {
  const film = (casts[one.cast ?? "none"] ?? []).map(({ kind, name, gender, occupation }) =>
    entry(kind as "character", name, {
      ...(kind === "character" ? { age: 40 } : {}),
      ...(gender === undefined ? {} : { gender }),
      ...(occupation === undefined ? {} : { occupation }),
    }),
  );
  const request = requestOf(one);
  const known = request.known.map((each) => ({ ...each, entry_id: `ent_${each.kind}_${each.name}` }));
  const { statements, requests, gaps } = readOffline({ ...request, known, focus: known });
  const { changes } = openBible(film).say(statements, { message: { id: "m1", text: one.text } });
  return [
    ...changes.map(({ after }) => `changes ${after?.name}`),
    ...requests.flatMap(({ type }) => (type === "help" ? [] : `asks for ${type}`)),
    ...(gaps ?? []).map(({ wants }) => `lacks ${wants}`),
  ];
}

test("what a team chats about leaves the bible as it is", () => {
  const changing = chatter
    .map((one) => ({ text: one.text, does: heard(one) }))
    .filter(({ does }) => does.length > 0);
  expect(chatter.length).toBeGreaterThan(600);
  expect(changing.slice(0, Math.floor((chatter.length * MOST) / 100))).toEqual(changing);
});
