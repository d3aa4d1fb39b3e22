import { describe, expect, test } from "vitest";
import type { Offer } from "../../../../src/domain/choice.ts";
import type { TalkRequest } from "../../../../src/ports/model.ts";
import type { Answer, ChatBody } from "../../../fakes/openai-server-protocol.ts";
import { FILM, openAiLab, signal } from "./lab.ts";

const offer = (label: string, category: Offer["category"] = "alternative"): Offer => ({
  label,
  description: `${label}.`,
  category,
  action: { type: "prompt", text: label },
});
const OFFERS = [
  offer("Write a logline", "recommended"),
  offer("Add a character"),
  offer("Type it", "manual"),
];
const REQUEST: TalkRequest = { text: "What now?", film: FILM, bible: [], history: [], offers: OFFERS };

const pick = (index: number, label = "Do it", recommended = false) => ({
  index,
  label,
  description: "It helps.",
  recommended,
});
const calls = (choices: unknown, text?: string): Answer => ({
  ...(text === undefined ? {} : { text }),
  toolCalls: [{ name: "present_choices", arguments: typeof choices === "string" ? choices : { choices } }],
});
const talkTo = async (answer: (body: ChatBody) => Answer | string, options = {}) => {
  const lab = await openAiLab({ answer, ...options });
  return { ...lab, talk: await lab.model.talk(REQUEST, { signal: signal() }) };
};

describe("talk", () => {
  test("answers in words; without a call nothing is offered", async () => {
    const { talk, server } = await talkTo(() => "Good evening.");
    expect(talk).toEqual({ text: "Good evening.", offers: [] });
    expect(server.requests[0]?.tools?.[0]?.function.name).toBe("present_choices");
  });

  test("rewords and reorders offers, but what they do stays", async () => {
    const { talk } = await talkTo(() => calls([pick(1, "Invent someone", true), pick(0)], "Two ways."));
    expect(talk.text).toBe("Two ways.");
    expect(talk.offers.map((each) => [each.label, each.category])).toEqual([
      ["Invent someone", "recommended"],
      ["Do it", "alternative"],
    ]);
    expect(talk.offers.map((each) => each.action)).toEqual([OFFERS[1]?.action, OFFERS[0]?.action]);
  });

  test("passes over offers that do not exist and recommends one at most", async () => {
    const picks = [pick(7), pick(0, "A", true), pick(0, "B", true), pick(2, "C", true), pick(-1), pick(0.5)];
    const { talk } = await talkTo(() => calls(picks, "Here."));
    expect(talk.offers.map((each) => [each.label, each.category])).toEqual([
      ["A", "recommended"],
      ["C", "alternative"],
    ]);
  });

  test("keeps its own label where the model's is too long or empty", async () => {
    const { talk } = await talkTo(() => calls([pick(0, "x".repeat(81)), pick(1, " ")], "Here."));
    expect(talk.offers.map((each) => each.label)).toEqual(["Write a logline", "Add a character"]);
  });

  test.each(["{", '{"choices": "all"}'])(
    "shows the offers as they are when the call cannot be read: %s",
    async (broken) => {
      const { talk } = await talkTo(() => calls(broken, "Here."));
      expect(talk.offers).toEqual(OFFERS);
    },
  );

  test("asks for the words when the model only called the tool", async () => {
    const { talk, server } = await talkTo((body) =>
      body.tool_choice === "none" ? "Now in words." : calls([pick(1)]),
    );
    expect(talk).toMatchObject({ text: "Now in words.", offers: [{ label: "Do it" }] });
    expect(server.requests[1]?.messages.slice(-2).map((message) => message.role)).toEqual([
      "assistant",
      "tool",
    ]);
  });

  test("an endpoint without tools talks, and the offers stay as they are", async () => {
    const { talk, server } = await talkTo(() => "Hello.", { refuses: ["tools"] });
    expect(talk).toEqual({ text: "Hello.", offers: OFFERS });
    expect(server.requests[1]?.tools).toBeUndefined();
  });

  test("streams its words and carries the session's earlier lines", async () => {
    const { model, server } = await openAiLab({ answer: () => "One two three four five six." });
    const seen: string[] = [];
    const history = [
      { role: "person", text: "Hi" },
      { role: "backlot", text: "Hello." },
    ] as const;
    await model.talk({ ...REQUEST, history }, { signal: signal(), onText: (text) => seen.push(text) });
    expect(seen.at(-1)).toBe("One two three four five six.");
    expect(server.requests[0]?.messages.map((message) => message.role)).toEqual([
      ...["system", "system", "user", "assistant", "user"],
    ]);
  });
});
