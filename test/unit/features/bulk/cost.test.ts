import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Models } from "../../../../src/app/model.ts";
import { createModels } from "../../../../src/app/model.ts";
import type { Operation } from "../../../../src/domain/operation.ts";
import { type OpenAiServer, startOpenAiServer } from "../../../fakes/openai-server.ts";
import { answerSensibly } from "../../../fakes/openai-server-answers.ts";
import type { ChatBody } from "../../../fakes/openai-server-protocol.ts";
import { silent } from "../../../support/stage.ts";
import { bulkRoom } from "./bulk-room.ts";

const PRICES = { input: 2, output: 10 };

describe("what bulk work costs", () => {
  let server: OpenAiServer;
  let during: readonly string[] = [];
  const models: { -readonly [Key in keyof Models]: Models[Key] } = createModels(
    { kind: "offline" },
    {},
    silent,
  );
  beforeAll(async () => {
    server = await startOpenAiServer({ answer: draftAnswer });
    const config = { kind: "openai", models: ["test-model"], baseUrl: server.url, prices: PRICES } as const;
    Object.assign(models, createModels(config, { openai: "sk-test" }, silent));
  });
  afterAll(() => server.close());
  // After the model is there: the product is built on it.
  const room = bulkRoom({ models });

  const draftAnswer = async (body: ChatBody) => {
    const { id = "" } = (await room.operations()).at(0) ?? {};
    during = (await room.stage().stores.operations.items(id)).map(({ status }) => status);
    return answerSensibly(body);
  };
  const spent = (): Promise<Operation> =>
    expect
      .poll(async () => (await room.operations())[0]?.usage?.output_tokens ?? 0)
      .toBeGreaterThan(0)
      .then(async () => (await room.operations())[0] as Operation);

  test("is counted by the model's own figures, tries that failed included, and kept with the operation", async () => {
    const begun = await room.say("/bulk characters 1 sailors");
    await room.queue().runAll();
    const once = (await spent()).usage;
    expect(once?.input_tokens).toBeGreaterThan(100);
    const cost =
      ((once?.input_tokens ?? 0) * PRICES.input + (once?.output_tokens ?? 0) * PRICES.output) / 1e6;
    expect(once?.cost).toBeCloseTo(cost, 9);
    expect(begun.operation?.usage).toBeUndefined();
    const past = await room.say("/jobs history");
    expect(past.reply.text).toMatch(/[\d,]+ tokens, less than \$0\.01/);
    const details = await room.say(`/jobs ${begun.operation?.id}`);
    expect(details.reply.text).toMatch(/It took [\d,]+ tokens, less than \$0\.01\./);
  });

  const counted = () => ({
    input_tokens: server.answered.reduce((sum, { input }) => sum + input, 0),
    output_tokens: server.answered.reduce((sum, { output }) => sum + output, 0),
  });

  test("is what the provider counted: answers of no use, and those that the store took only later", async () => {
    const { operations } = room.stage().stores;
    server.answered.length = 0;
    // All that is asked for the first try of one item.
    server.fault(
      ...Array.from({ length: 4 }, () => ({ type: "answer", answer: { text: "no JSON" } }) as const),
    );
    const writing = vi.spyOn(operations, "complete");
    const complete = operations.complete;
    // Nothing is written; written, and nobody hears of it; as it should be.
    writing.mockRejectedValueOnce(new Error("the store is away"));
    writing.mockImplementationOnce(async (...item) => {
      await complete(...item);
      throw new Error("the line broke");
    });
    await room.say("/bulk characters 3 bakers");
    await room.queue().runAll();
    writing.mockRestore();
    const [operation] = await room.operations();
    expect(operation).toMatchObject({ status: "completed", progress: { completed: 3, failed: 0 } });
    expect(server.answered.length).toBeGreaterThan(4);
    expect(operation?.usage).toMatchObject(counted());
  });

  test("counts what an item used that was cancelled while it was written", async () => {
    server.answered.length = 0;
    const { operations } = room.stage().stores;
    const begun = await room.say("/bulk characters 1 judges");
    const { id = "" } = begun.operation ?? {};
    const writing = vi.spyOn(operations, "complete");
    const complete = operations.complete;
    writing.mockImplementationOnce(async (...item) => {
      await operations.cancel(id, room.stage().clock.now().toISOString());
      return complete(...item);
    });
    await room.queue().runAll();
    writing.mockRestore();
    const operation = await operations.get(id);
    expect(operation).toMatchObject({ status: "cancelled", progress: { completed: 0 } });
    expect(operation?.usage).toMatchObject(counted());
  });

  test("shows what is being made while the model writes it", async () => {
    await room.say("/bulk characters 2 cooks");
    await room.queue().runAll();
    expect([...during].sort()).toEqual(["completed", "processing"]);
    expect((await spent()).progress.completed).toBe(2);
  });
});

describe("what bulk work of the offline engine costs", () => {
  const room = bulkRoom();
  test("is nothing, and said to be", async () => {
    const begun = await room.say("/bulk characters 2");
    await room.queue().runAll();
    expect((await room.operations())[0]?.usage).toBeUndefined();
    expect((await room.say("/jobs history")).reply.text).toContain("nothing");
    expect((await room.say(`/jobs ${begun.operation?.id}`)).reply.text).not.toContain("tokens");
  });
});
