import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createOpenAiModel } from "../../../../src/adapters/openai/model.ts";
import { withOfflineFallback } from "../../../../src/app/offline-fallback.ts";
import type { Skill } from "../../../../src/chat/skill.ts";
import type { TurnView } from "../../../../src/chat/turn-record.ts";
import type { Session } from "../../../../src/domain/session.ts";
import { evaluateWorkflow } from "../../../../src/domain/workflow/workflow-view.ts";
import { type OpenAiServer, startOpenAiServer } from "../../../fakes/openai-server.ts";
import { answerSensibly } from "../../../fakes/openai-server-answers.ts";
import type { Answer, ChatBody } from "../../../fakes/openai-server-protocol.ts";
import { converse, deafModel, shout } from "../../../support/conversation.ts";
import { Stage, silent } from "../../../support/stage.ts";

/** "what next" is answered with the next moves, anything else in capitals. */
const guide: Skill = {
  name: "guide",
  claims: (turn) => turn.message?.text === "what next",
  run: async (turn) => {
    const { next } = evaluateWorkflow(turn);
    return { blocks: [{ type: "offers", prompt: "Next?", offers: next, next: next.length }] };
  },
};

let stage: Stage;
let session: Session;
let server: OpenAiServer;
let answer: (body: ChatBody) => Answer | string;
beforeAll(async () => {
  stage = await Stage.open();
  server = await startOpenAiServer({ answer: (body) => answer(body) });
});
beforeEach(async () => {
  session = await stage.session();
  answer = answerSensibly;
});
afterEach(() => void server.requests.splice(0));
afterAll(async () => {
  await server.close();
  await stage.close();
});

function talk() {
  const remote = createOpenAiModel({
    apiKey: "sk-test",
    baseUrl: server.url,
    models: ["test-model"],
    logger: silent,
  });
  const model = { ...withOfflineFallback(remote, deafModel, silent), read: deafModel.read };
  return converse(stage, [guide, { ...shout, claims: (turn) => turn.message?.text !== "what next" }], {
    model,
  });
}

async function say(text: string, meanwhile: () => Promise<void> = async () => {}): Promise<TurnView> {
  const { receiver, views, conductor } = talk();
  const event = stage.said(session, text);
  await receiver.receive(event);
  await meanwhile();
  await conductor.drain();
  const view = views.get(event.id);
  if (!view) throw new Error("no answer");
  return view;
}

const labels = (view: TurnView) => view.choices.map(({ label }) => label);

describe("the workflow's next moves", () => {
  test("are worded for the film in one call, in their order, with a way out after them", async () => {
    const view = await say("what next");
    expect(server.requests).toHaveLength(1);
    expect(labels(view)[0]).toBe("Now: Draft a concept");
    expect(labels(view).at(-1)).toBe("Something else…");
    expect(view.choices[0]).toMatchObject({ category: "recommended" });
    const stored = await stage.stores.choices.get(view.choices[0]?.id ?? "");
    expect(stored?.choice.action).toMatchObject({ options: { action: "write", step: "concept" } });
  });

  test("an ordinary message asks for no wording", async () => {
    await say("hello there");
    expect(server.requests).toHaveLength(0);
  });

  test.each([
    ["no JSON", () => "Sure! Here are your buttons."],
    ["a move that is not there", () => JSON.stringify({ offers: [one("o1"), one("o77")] })],
    ["nothing", () => JSON.stringify({ offers: [] })],
    ["a call to everyone", () => JSON.stringify({ offers: [one("o1", "concept @everyone")] })],
  ])("stand in our words when the model answers %s", async (_what, hostile) => {
    answer = hostile;
    const view = await say("what next");
    expect(labels(view)[0]).toBe("Draft a concept");
    expect(server.requests).toHaveLength(1);
    expect(view.error).toBeUndefined();
  });

  test("stand in our words when the model takes too long, and it is not held for away", async () => {
    for (let round = 0; round < 4; round += 1) {
      server.fault({ type: "hang" });
      const view = await say("what next", async () => {
        await expect.poll(() => server.requests.length).toBe(round + 1);
        stage.clock.pass(2_500);
      });
      expect(labels(view)[0]).toBe("Draft a concept");
    }
    expect(labels(await say("what next"))[0]).toBe("Now: Draft a concept");
  });
});

const one = (id: string, label = "Sketch the concept") => ({ id, label, description: "It helps" });
