import { afterEach, beforeAll, expect, test } from "vitest";
import type { DeliveryFailure } from "../../../../src/ports/platform.ts";
import { eventually, Recorder, reply } from "../../../contract/platform-room.ts";
import { KeptHearing } from "../../../fakes/kept-hearing.ts";
import type { FakeSlack } from "../../../fakes/slack/fake-slack.ts";
import { install, openGridRoom } from "../../../fakes/slack/grid-room.ts";
import { Stage } from "../../../support/stage.ts";

const EDITS_A_MINUTE = 50;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  return () => stage.close();
});
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
  for (const each of await stage.stores.installations.list("slack", 100))
    await stage.stores.installations.remove(each);
});

/** Two workspaces where Backlot was heard to be called, and how it hears and answers there. */
async function busyAndCalm(organisation?: string) {
  const recorder = Object.assign(new Recorder(), { hearing: new KeptHearing() });
  const room = await openGridRoom("socket", stage.stores.installations, recorder);
  open.push(room.close);
  const [busy, calm] = [
    await room.grid.workspace("T0BUSY", organisation),
    await room.grid.workspace("T0CALM", organisation),
  ];
  if (organisation !== undefined) await install(room, busy, true);
  else for (const each of [busy, calm]) await install(room, each);
  const call = async (slack: FakeSlack, name: string) => {
    const channel = slack.channel(name);
    await slack.say(channel, slack.person("Ana"), `${slack.mention} hello ${name}`);
    const event = await eventually(
      () => recorder.events.find(({ place }) => place.channel === channel) ?? expect.fail("not heard"),
    );
    return event.place;
  };
  return { room, recorder, busy, calm, call };
}

test("a workspace whose edits are used up holds up nobody else's", async () => {
  const { room, busy, calm, call } = await busyAndCalm();
  const edited = async (slack: FakeSlack, times: number) => {
    const place = await call(slack, "film");
    const message = reply("0 of 10");
    const id = await room.platform.send(place, message);
    for (let count = 1; count < times; count += 1) await room.platform.edit(place, id, message);
    return room.platform.edit(place, id, message).then(
      () => 0,
      ({ retryAfterMs = 0 }: DeliveryFailure) => retryAfterMs,
    );
  };
  expect(await edited(busy, EDITS_A_MINUTE + 1)).toBeGreaterThan(50_000);
  expect(await edited(calm, 1)).toBe(0);
  expect(busy.workspace.calls.get("chat.update")).toBe(EDITS_A_MINUTE);
});

test("a workspace that asks to wait is not waited for by what was missed elsewhere", async () => {
  const { room, recorder, busy, calm, call } = await busyAndCalm();
  for (const name of ["one", "two", "three"]) await call(busy, name);
  const { channel } = await call(calm, "quiet");
  const ana = calm.person("Ana");
  const asksToWait = { method: "conversations.history", status: 429, headers: { "retry-after": "600" } };
  const fault = { ...asksToWait, times: 10 };
  busy.faults.push(fault);
  await room.restart();
  // Two of its channels wait, as many as are read at a time.
  await eventually(() => {
    expect(fault.times).toBe(8);
    expect(calm.workspace.calls.get("conversations.history")).toBe(1);
  });
  const missed = { ts: calm.workspace.nextTs(), user: ana.id, text: `${calm.mention} missed` };
  room.grid.socket.drop();
  calm.workspace.channels.get(channel)?.posts.push(missed);
  await eventually(() => expect(recorder.events.map((one) => "text" in one && one.text)).toContain("missed"));
});

test("in an organisation that shares one token, who calls for the first time is heard in their own workspace", async () => {
  const { room, recorder, busy, calm, call } = await busyAndCalm("E0STUDIOS");
  await call(busy, "film");
  await call(calm, "film");
  const strange = calm.channel("new");
  await room.platform.stop();
  const missed = { ts: calm.workspace.nextTs(), user: calm.person("Bo").id, text: `${calm.mention} missed` };
  calm.workspace.channels.get(strange)?.posts.push(missed);
  await room.restart();
  const event = await eventually(
    () => recorder.events.find(({ id }) => id.endsWith(missed.ts)) ?? expect.fail("not heard"),
  );
  expect(event.place).toMatchObject({ workspace: "T0CALM", channel: strange });
});
