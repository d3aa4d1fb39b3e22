import { expect, test } from "vitest";
import { choice, eventually, reply } from "./platform-room.ts";
import { type Scene, unique } from "./platform-scene.ts";

/** Words as people mean them, both ways. */
export function wording(get: () => Scene): void {
  test("hears people called by their names", async () => {
    const { room, heard } = get();
    const bo = room.person("Bo");
    const mark = unique("named");
    await room.say(room.channel(), room.person("Ana"), `${room.mention} <@${bo.id}> plays ${mark}`);
    const { place } = await heard(mark);
    const said = await room.say(
      place.channel,
      room.person("Ana"),
      `${room.mention} <@${bo.id}> is ${mark}again`,
    );
    expect(await heard(`${mark}again`)).toMatchObject({ text: `@Bo is ${mark}again` });
    await room.edit(said, room.person("Ana"), `${room.mention} <@${bo.id}> was ${mark}again`);
    await eventually(() => expect(room.recorder.amendments.at(-1)?.text).toBe(`@Bo was ${mark}again`));
  });

  test("calls nobody from a button, a list, a table, a form or a prompt", async () => {
    const { room, begin } = get();
    const place = await begin();
    const call = room.callsEveryone.join(" ").slice(0, 70);
    const many = Array.from({ length: 12 }, (_, index) => choice(unique("cho"), `${index} ${call}`));
    await room.platform.send(
      place,
      reply(call, [
        { type: "text", text: `| a | b |\n|---|---|\n| ${call} | x |` },
        { type: "table", columns: ["a", call], rows: [[call, "x"]] },
        { type: "choices", prompt: call, choices: [choice(unique("cho"), call, { description: call })] },
        { type: "choices", prompt: call, choices: many },
        { type: "form", form_id: "frm_1", title: call, fields: [{ name: "a", label: call, input: "text" }] },
      ]),
    );
    expect(room.pings()).toEqual([]);
    const all = room.seen(place).map(({ text, buttons }) => [text, ...buttons].join("\n"));
    for (const one of room.callsEveryone) expect(all.join("\n")).not.toContain(one);
  });

  test("draws a table that was written with bars in columns", async () => {
    const { room, begin } = get();
    const place = await begin();
    await room.platform.send(place, reply("The cast:\n\n| Who | Age |\n|---|---|\n| **Sarah** | 28 |"));
    expect(room.seen(place).at(-1)?.text).toMatch(/```\nWho +Age\n[─ ]+\nSarah +28\n```/);
  });

  test("keeps code, lists and quotations whole across posts", async () => {
    const { room, begin } = get();
    const place = await begin();
    const code = Array.from({ length: 600 }, (_, index) => `step${index}();`).join("\n");
    const list = Array.from({ length: 400 }, (_, index) => `- item ${index}\n  about it ${index}`).join("\n");
    await room.platform.send(place, reply(`Look:\n\n\`\`\`js\n${code}\n\`\`\`\n\n${list}`));
    const posts = room.seen(place).map(({ text }) => text);
    expect(posts.length).toBeGreaterThan(1);
    for (const post of posts) expect(post.split("```").length % 2).toBe(1);
    const said = posts.join("\n");
    expect(said.match(/step\d+\(\);/g)).toHaveLength(600);
    expect(said.match(/item (\d+)\n +about it \1\b/g)).toHaveLength(400);
  });
}
