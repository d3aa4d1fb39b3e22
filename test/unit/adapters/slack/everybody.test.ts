import { expect, test } from "vitest";
import { eventually } from "../../../contract/platform-room.ts";
import { awayRoom } from "../../../fakes/slack/away-room.ts";

/** More than Slack tells of one by one in a minute. */
const PEOPLE = 130;

test("people who speak all at once after a start have the roles that the workspace gives them", async () => {
  const { fake, recorder, come } = await awayRoom();
  const channel = fake.channel("film");
  await come();
  const people = Array.from({ length: PEOPLE }, (_, index) =>
    fake.person(`Person ${index}`, index % 2 === 0 ? "admin" : "member"),
  );
  for (const who of people) await fake.say(channel, who, `${fake.mention} hello`);
  await eventually(() => expect(recorder.events).toHaveLength(PEOPLE));
  const roles = new Map(recorder.events.map(({ person }) => [person.name, person.role]));
  expect(roles).toEqual(new Map(people.map(({ name, admin }) => [name, admin ? "admin" : "producer"])));
  const { calls, tiers } = fake.workspace;
  expect([calls.get("users.info"), calls.get("users.list"), tiers?.violations]).toEqual([100, 1, []]);
});
