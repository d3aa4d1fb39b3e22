import { describe, expect, test } from "vitest";
import { talkOffline } from "../../../../src/adapters/offline/talk.ts";
import type { Offer } from "../../../../src/domain/choice.ts";

const offer = (label: string, category: Offer["category"] = "alternative"): Offer => ({
  label,
  description: label,
  category,
  action: { type: "prompt", text: label },
});
const OFFERS = [
  offer("A", "recommended"),
  offer("B", "recommended"),
  offer("C"),
  offer("D"),
  offer("E", "manual"),
];
const talk = (text: string, more = {}) =>
  talkOffline({
    text,
    film: { title: "Salt", documents: {} },
    bible: [],
    history: [],
    offers: OFFERS,
    ...more,
  });

describe("talkOffline", () => {
  test.each([
    ["", /empty/],
    ["Hello!", /Salt/],
    ["good morning everyone", /Salt/],
    ["hola", /Salt/],
    ["How are you?", /in order|Quiet/],
    ["thanks a lot", /welcome|Gladly|Any time/],
    ["bye", /kept|be here/],
    ["are you an AI?", /no language model/],
    ["who are you", /I am Backlot/],
    ["what can you do?", /\/help/],
    ["great!", /Good|Glad/],
    ["good", /Good|Glad/],
    ["ok do that", /cannot tell/],
    ["the second one", /cannot tell/],
    ["who said 80", /no answer to “who said 80”/],
    ["ok", /yes or a no/],
    ["haha", /laughed/],
    ["hmm", /Take your time|No hurry/],
    ["not sure yet", /Take your time|No hurry/],
    ["👍🏽", /Salt/],
    ["❤️", /Salt/],
    ["never mind", /[Nn]othing is written down/],
    ["i'm stuck", /one small step/],
    ["can you help me come up with an ending?", /one small step/],
    ["I dont like it", /“the logline is: …”/],
    ["make it shorter", /own words/],
    ["delete everything", /go back to the concept/],
    ["undo everything", /go back to the concept/],
    ["skip", /Nothing here is waiting/],
    ["accept all", /Nothing here is waiting/],
    ["neither.", /Nothing here is waiting/],
    ["remove all the extras", /Undo all/],
    ["wait no", /“Undo” takes/],
    ["that's not what i meant", /“Undo” takes/],
    ["how do i invite my co-writer", /\/project share/],
    ["is this saved?", /kept/],
    ["are you there?", /I am/],
    ["2", /cannot tell which one “2” is/],
    ["...", /I am here/],
    ["cancel", /Nothing is running/],
    ["what does recommended mean", /next moves/],
    ["give me ideas", /one small step/],
    ["ok bye", /kept|be here/],
    ["yes please", /yes or a no/],
    ["oops, sorry", /\/undo/],
    ["this is useless", /plain statements/],
    ["tell me a joke", /jokes/],
    ["what's the weather today?", /outside Salt/],
    ["does the moon matter?", /no answer to “does the moon matter\?”/],
    ["blue seventeen sideways", /“blue seventeen sideways”.*\/help/],
  ])("%j", (text, answer) => {
    expect(talk(text).text).toMatch(answer);
  });

  test("is short, has no open template, and never says that it is a model", () => {
    for (const text of ["", "hi", "thanks", "?", "are you gpt", "x".repeat(5_000), "a\nb\nc", "great"]) {
      const answer = talk(text).text;
      expect(answer.length).toBeLessThan(320);
      expect(answer).not.toMatch(/[{}]|\n|(?<!no )language model|as an AI/);
    }
  });

  test("a long message is not taken for a greeting", () => {
    expect(
      talk("Hello I wanted to tell you at length about something that matters to me a lot").text,
    ).toContain("…");
  });

  test("shows some of the offers, one of them recommended, and none where it would be pushy", () => {
    expect(talk("hmm what").offers.map((each) => [each.label, each.category])).toEqual([
      ["A", "recommended"],
      ["B", "alternative"],
      ["C", "alternative"],
      ["D", "alternative"],
    ]);
    expect(talk("thanks").offers).toEqual([]);
  });

  test("gives an example with someone of the film when it knows one", () => {
    expect(talk("blah", { bible: ["Zoe:"] }).text).toMatch(/“(?:Zoe is|INT\. KITCHEN - NIGHT\. Zoe)/);
    expect(talk("blah", { bible: ["Mara: pilot"] }).text).toMatch(
      /“(?:Mara is|INT\. KITCHEN - NIGHT\. Mara)/,
    );
    expect(talk("hi", { film: { title: " ", documents: {} } }).text).toContain("the film");
  });
});
