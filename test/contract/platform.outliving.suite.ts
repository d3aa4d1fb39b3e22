import { expect, test } from "vitest";
import type { TurnView } from "../../src/chat/turn-record.ts";
import { choice, eventually, reply } from "./platform-room.ts";
import { type Scene, unique } from "./platform-scene.ts";

/** The last scene in a room: from here on nothing that people do can be answered by its own address. */
export function outliving(get: () => Scene): void {
  test("what a press came to is told also when Slack's or Discord's own way to answer it is over", async () => {
    const { room, begin } = get();
    const place = await begin();
    const id = unique("cho");
    await room.platform.send(
      place,
      reply("Next?", [{ type: "choices", choices: [choice(id, "Skip the outline")] }]),
    );
    room.outliveAnswers();
    const said = `${unique("late")} you may not do that; ask a producer. @everyone <!channel>`;
    room.recorder.answer = () => refused(said);
    const asked = await room.press(room.person("Ana"), place, "Skip the outline");
    await eventually(() => {
      const told = [...asked.told, ...room.seen(place).map(({ text }) => text)].join("\n");
      expect(told).toContain(said.split(" ")[0]);
      expect(told).toContain("ask a producer");
    });
    expect(room.pings()).toEqual([]);
  });
}

function refused(text: string): TurnView {
  return {
    turn_id: "trn_1",
    session_id: "ses_1",
    project_id: "prj_1",
    message_id: "msg_1",
    private: true,
    reply: { message_id: "msg_1", text, blocks: [{ type: "text", text }] },
    changes: [],
    choices: [],
  };
}
