import { expect, test } from "vitest";
import { bulkRoom } from "./bulk-room.ts";

const BO = { id: "bo", name: "Bo", role: "producer" as const };

const room = bulkRoom();
const make = async (count: number) => {
  const begun = await room.say(`/bulk characters ${count}`);
  await room.queue().runAll();
  const id = begun.operation?.id ?? "";
  return { id, made: await room.entries() };
};
const names = async () => (await room.entries()).map(({ name }) => name);

test("two people at once take it back once, and the second is told", async () => {
  const { id } = await make(5);
  const views = await Promise.all([room.say(`/jobs undo ${id}`), room.say(`/jobs undo ${id}`, BO)]);
  expect(views.map(({ error }) => error?.message)).toEqual([undefined, "That is undone already."]);
  expect(await names()).toEqual([]);
  await room.say("/redo");
  expect(await names()).toHaveLength(5);
  expect((await room.say(`/jobs undo ${id}`)).error).toBeUndefined();
  expect(await names()).toEqual([]);
});

test("what was changed since is named and left, and a press takes back the others", async () => {
  const { id, made } = await make(5);
  const [first = "", second = ""] = made.map(({ name }) => name);
  await room.say(`make ${first} 77 years old`);
  const refused = await room.say(`/jobs undo ${id}`);
  expect(refused.error).toMatchObject({ code: "conflict" });
  expect(refused.reply.text).toContain(`${first} was changed or used since, so I took nothing back.`);
  expect(await names()).toHaveLength(5);
  await room.say(`INT. DINER - NIGHT. ${second} waits.`);
  const pressed = await room.press(refused, "Take back the other 4");
  expect(pressed.reply.text).toContain("Left as they are: ");
  const kept = (await room.entries()).filter(({ kind }) => kind === "character");
  expect(kept.map(({ name }) => name).sort()).toEqual([first, second].sort());
  await room.say("/redo");
  expect((await room.entries()).filter(({ kind }) => kind === "character")).toHaveLength(5);
});

test("is refused whole where all of it was changed since", async () => {
  const { id, made } = await make(1);
  await room.say(`make ${made[0]?.name} 77 years old`);
  expect((await room.say(`/jobs undo ${id}`)).error?.message).toContain("has changed since");
  expect(await names()).toHaveLength(1);
});

test("waits for work that has not ended, and is not offered for what made nothing", async () => {
  const begun = await room.say("/bulk characters 3");
  const id = begun.operation?.id ?? "";
  expect((await room.say(`/jobs undo ${id}`)).error?.hint).toBe("Cancel it first.");
  expect((await room.say(`/jobs cancel ${id}`)).reply.text).toBe(
    "Cancelled: none of the characters was made.",
  );
  await room.queue().runAll();
  expect(await names()).toEqual([]);
});
