import { expect, test } from "vitest";
import type { Link } from "../../../../src/adapters/slack/link.ts";
import { createPeople } from "../../../../src/adapters/slack/people.ts";
import { createUserGroups } from "../../../../src/adapters/slack/user-groups.ts";
import type { InboundEvent } from "../../../../src/chat/inbound-event.ts";
import { StillClock } from "../../../support/stage.ts";

const event: InboundEvent = {
  id: "slack:message:C1:1",
  type: "message",
  place: { platform: "slack", workspace: "T1", channel: "C1" },
  person: { id: "U5", role: "writer" },
  at: "2026-01-02T03:04:05.000Z",
  text: "hello",
};

/** A workspace whose groups change, or that does not tell them. */
function workspace() {
  const clock = new StillClock();
  const state = { users: ["U5"], asked: 0, refuses: false };
  const web = {
    users: { info: async () => ({ user: { is_admin: false, profile: { display_name: "Ana" } } }) },
    usergroups: {
      list: async ({ include_users }: { include_users: boolean }) => {
        state.asked += 1;
        if (state.refuses || !include_users) throw new Error("missing_scope");
        const groups = [
          { id: "S1", handle: "writers", name: "Writers", users: state.users },
          { id: "S2", name: "Leads", users: [] },
        ];
        return { usergroups: groups };
      },
    },
  } as unknown as Link["web"];
  const groups = createUserGroups({ web }, clock);
  const people = createPeople({ web } as Link, clock, groups);
  return { clock, state, groups, groupsOf: async () => (await people.known(event)).person.groups };
}

test("a person comes with the user groups they are in, asked for once in ten minutes", async () => {
  const { clock, state, groups, groupsOf } = workspace();
  expect(await groupsOf()).toEqual(["S1"]);
  expect((await groups()).map(({ name }) => name)).toEqual(["writers", "Leads"]);
  state.users = [];
  expect([await groupsOf(), state.asked]).toEqual([["S1"], 1]);
  clock.pass(10 * 60_000);
  expect([await groupsOf(), state.asked]).toEqual([undefined, 2]);
  state.users = ["U5"];
  await groups(true);
  expect([await groupsOf(), state.asked]).toEqual([["S1"], 3]);
});

test("an app that may not read user groups takes people for who they are in the workspace", async () => {
  const { state, groups, groupsOf } = workspace();
  state.refuses = true;
  expect([await groups(), await groupsOf(), state.asked]).toEqual([[], undefined, 1]);
});
