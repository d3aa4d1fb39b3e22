import { beforeEach, describe, expect, test } from "vitest";
import type { TurnView } from "../../../../src/chat/turn-record.ts";
import { talkRoom } from "../extract/talk-room.ts";

const room = talkRoom();
const quotes = ({ reply }: TurnView) =>
  reply.blocks.flatMap((block) => (block.type === "citation" ? [block.quote] : []));
const lines = ({ reply }: TurnView) =>
  reply.blocks.flatMap((block) => (block.type === "list" ? block.items : []));

describe("who is of a trade, plays a part or is in a group", () => {
  beforeEach(async () => {
    await room.say("Create a character named Sarah, a 28-year-old journalist");
    await room.say("Mary is a judge. Tom is a retired judge. Karen is a baker");
    await room.say("Viktor is the villain. Tom and Mary are in the heist crew");
  });

  test("one is named with the line that proves it", async () => {
    const baker = await room.say("who is the baker?");
    expect(baker.reply.text).toContain("The baker is **Karen**.");
    expect(quotes(baker)).toEqual(["Karen is a baker"]);
    expect((await room.say("do we have a journalist")).reply.text).toContain("**Sarah**");
    expect((await room.say("How old is she?")).reply.text).toContain("28");
    const villain = await room.say("who's the antagonist?");
    expect(villain.reply.text).toContain("**Viktor**");
    expect(quotes(villain)).toEqual(["Viktor is the villain."]);
  });

  test("several are listed, each with its line", async () => {
    const judges = await room.say("who are the judges?");
    expect(lines(judges)).toEqual(["Mary, judge", "Tom, retired judge"]);
    expect(quotes(judges)).toEqual(["Mary is a judge.", "Tom is a retired judge."]);
    const crew = await room.say("who's in the heist crew?");
    expect(lines(crew)).toHaveLength(2);
    expect(quotes(crew)).toEqual(["Tom and Mary are in the heist crew"]);
  });

  test("where nobody is, nothing is made up", async () => {
    for (const text of ["who is the doctor?", "who is the best?"])
      expect((await room.say(text)).reply.text).toContain("has no answer to");
  });
});
