import { afterEach, expect, test } from "vitest";
import { guild } from "./away.ts";

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const POLL = { poll: { question: { text: "Does Sarah die?" }, answers: [], expiry: null } };
const STICKER = { sticker_items: [{ id: "7", name: "wave", format_type: 1 }] };

test("a sticker or an emoji of the server's own is a nod to the others; a poll is told of once a session", async () => {
  const { fake, hearing, recorder, come, call, heard, texts, ana } = await guild(open);
  const channel = fake.channel("film");
  await come();
  const [one, other] = [fake.thread(channel, ana, "talk"), fake.thread(channel, ana, "more")];
  for (const thread of [one, other]) {
    call(thread, `begin ${thread}`);
    recorder.open.push((await heard(`begin ${thread}`)).place);
  }
  fake.say(one, ana, "", STICKER);
  fake.say(one, ana, "<:party:123456789> <a:dance:123456780>");
  fake.say(one, ana, "", POLL);
  fake.say(one, ana, "", POLL);
  fake.say(other, ana, "", POLL);
  fake.say(channel, ana, "", POLL);
  fake.say(one, ana, "Sarah is 28", POLL);
  await heard("Sarah is 28");
  await expect
    .poll(() => hearing.notices.map(({ key }) => key.split(" ").at(-1)).toSorted())
    .toEqual([one, other].toSorted());
  expect(new Set(hearing.notices.map(({ text }) => text)).size).toBe(1);
  expect(hearing.notices[0]?.text).toMatch(/^I read words and files/);
  expect(texts()).toEqual([`begin ${one}`, `begin ${other}`, "Sarah is 28"]);
});
