import { beforeEach, describe, expect, test } from "vitest";
import type { TurnView } from "../../../../src/chat/turn-record.ts";
import { BO, talkRoom } from "../extract/talk-room.ts";

const room = talkRoom();
const CY = { id: "cy", name: "Cy", role: "writer" } as const;
const VI = { id: "vi", name: "Vi", role: "viewer" } as const;

const linesOf = (view: TurnView) =>
  view.reply.blocks.flatMap((block) => (block.type === "list" ? block.items : []));
const labels = (view: TurnView) => view.choices.map((choice) => choice.label);

describe("what somebody else said, taken back", () => {
  beforeEach(async () => {
    await room.say("Create a character named Sarah, a 28-year-old journalist", BO);
    await room.say("make Sarah 29");
    await room.say("Sarah is afraid of water. Create Tom, a baker", BO);
  });

  test("is shown first, and only a press undoes it", async () => {
    const shown = await room.say("undo what Bo said", CY);
    expect(linesOf(shown)).toHaveLength(2);
    expect(shown.reply.text).toContain("Nothing is undone yet.");
    expect(labels(shown)[0]).toBe("Undo all 2");
    expect((await room.fact("fear"))?.value).toBe("water");
    await room.press(shown, "Undo all 2", CY);
    expect(await room.fact("fear")).toBeUndefined();
    expect(await room.entry("Tom")).toBeUndefined();
    expect((await room.fact("age"))?.value).toBe(29);
  });

  test("may be about one entry, the last few things, or all", async () => {
    expect(linesOf(await room.say("undo what bo said about Sarah", CY))).toEqual([
      expect.stringMatching(/^Sarah: fear water\. Bo/),
    ]);
    expect(linesOf(await room.say("undo Bo's last two changes", CY))).toHaveLength(3);
    expect(linesOf(await room.say("take back everything Ada said", CY))).toHaveLength(1);
  });

  test("nobody of that name, nothing left, and those who may not", async () => {
    const nobody = await room.say("undo what Zoe said", CY);
    expect(nobody.error).toMatchObject({ code: "not_found", hint: "I know Bo, Ada and Cy." });
    expect((await room.say("undo what Cy said", BO)).reply.text).toContain("nothing of Cy’s left to undo");
    expect((await room.say("undo what Bo said", VI)).error).toMatchObject({ code: "forbidden" });
  });

  test("an entry's last change stays that, whoever talks here", async () => {
    await room.say("undo Sarah's last change", CY);
    expect(await room.fact("fear")).toBeUndefined();
  });
});
