import { expect, test } from "vitest";
import type { Turn } from "../../../../src/chat/turn.ts";
import { createOrchestration } from "../../../../src/features/orchestrate/orchestration.ts";
import type { OrchestrateParts } from "../../../../src/features/orchestrate/parts.ts";
import { HandQueue } from "../../../support/hand-queue.ts";
import { silent } from "../../../support/stage.ts";
import { definitionOf, HookRoom } from "./room.ts";

test("a step that two turns complete together, and neither alone, sets off its hooks", async () => {
  const room = await HookRoom.open();
  const { stores, bus, clock, ids } = room.stage;
  const before = await stores.sessions.load(room.session.id);
  // Both write; nothing looks at the hooks meanwhile, as when each turn sees only its own character.
  await room.say("Create Sarah, a 28 year old journalist");
  const view = await room.say("Create John, a 30 year old nurse");
  const changes = await stores.bible.changesOfTurn(view.turn_id);
  const queue = new HandQueue();
  const workflow = definitionOf(["{ notify: here, text: The cast stands. }"]);
  const parts: OrchestrateParts = {
    ...stores,
    queue,
    bus,
    clock,
    ids,
    logger: silent,
    webhook: { call: async () => {} },
    blobs: undefined as never,
    film: async (id) => {
      const loaded = await stores.sessions.load(id);
      return loaded && { ...loaded, workflow };
    },
    ask: async () => undefined,
    sends: () => false,
    kickDelivery: () => {},
  };
  if (!before) throw new Error("no session");
  const turn = {
    ...before,
    workflow,
    id: view.turn_id,
    person: { id: "ada", role: "producer" },
  } as unknown as Turn;
  const { follow } = createOrchestration(parts);
  const outcome = follow(turn, { blocks: [], changes }, clock.now().toISOString());
  expect(outcome.hooks).toBeUndefined();
  await outcome.afterCommit?.();
  await outcome.afterCommit?.();
  const [run, ...more] = await room.runs();
  expect(more).toEqual([]);
  expect(run).toMatchObject({ status: "pending", turn_id: view.turn_id });
  expect(queue.waiting).toMatchObject([{ id: `${run?.id}.0`, name: "hook", attempts: 5, backoffMs: 5_000 }]);
  await room.close();
});
