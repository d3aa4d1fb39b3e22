import { expect, test } from "vitest";
import { awayRoom } from "../../../fakes/slack/away-room.ts";

const VIDEO = { blocks: [{ type: "video", block_id: "v" }] } as never;

test("an emoji of the workspace's own is a nod to the others; what shows no words is told of once a session", async () => {
  const { fake, hearing, come, begin, heard, texts, ana } = await awayRoom();
  const channel = fake.channel("film");
  await come();
  const [one, other] = [await begin(channel, "one"), await begin(channel, "other")];
  await fake.say(channel, ana, ":party_parrot: :shipit:", one);
  await fake.say(channel, ana, "", one, VIDEO);
  await fake.say(channel, ana, "", one, VIDEO);
  await fake.say(channel, ana, "", other, VIDEO);
  await fake.say(channel, ana, "", undefined, VIDEO);
  await fake.say(channel, ana, "", one);
  await fake.say(channel, ana, ":+1::skin-tone-3:", one);
  await fake.say(channel, ana, "Sarah is 28 :tada:", one, VIDEO);
  await heard("Sarah is 28 🎉");
  await expect
    .poll(() => hearing.notices.map(({ key }) => key.split(" ").at(-1)).toSorted())
    .toEqual([one, other].toSorted());
  expect(hearing.notices[0]?.text).toMatch(/^I read words and files/);
  expect(texts()).toEqual(["one", "other", "👍", "Sarah is 28 🎉"]);
});
