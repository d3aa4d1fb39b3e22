import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nonceOf, renderPosts } from "../../../../src/adapters/discord/outbound.ts";
import type { Block } from "../../../../src/chat/reply.ts";
import { choice, reply } from "../../../contract/platform-room.ts";
import { brokenRules, type Component, flatten } from "../../../fakes/discord/rules.ts";

const shown = (posts: ReturnType<typeof renderPosts>) =>
  posts.flatMap((post) => flatten(post.components as unknown as Component[]));
const wordsOf = (text: string) => text.match(/w\d+x/g) ?? [];

describe("every message fits Discord", () => {
  /** Whatever people type, but none of the words that are counted. */
  const cell = fc.string({ maxLength: 50 }).map((text) => text.replaceAll("w", "v"));

  const words = fc
    .integer({ min: 0, max: 3_000 })
    .map((count) =>
      Array.from({ length: count }, (_, index) => `w${index}x${index % 30 === 29 ? "\n\n" : ""}`).join(" "),
    );
  const label = fc.string({ minLength: 1, maxLength: 80 }).filter((text) => text.trim() !== "");
  const choices = fc.array(fc.record({ label, description: fc.string({ maxLength: 300 }) }), {
    minLength: 1,
    maxLength: 70,
  });
  const block: fc.Arbitrary<Block> = fc.oneof(
    words.filter((text) => text !== "").map((text): Block => ({ type: "text", text })),
    words.map(
      (text): Block => ({ type: "card", title: "Sarah", fields: [{ name: "background", value: text }] }),
    ),
    fc.array(words, { minLength: 1, maxLength: 5 }).map((items): Block => ({ type: "list", items })),
    fc
      .array(fc.array(cell, { minLength: 12, maxLength: 12 }), { maxLength: 200 })
      .map(
        (rows): Block => ({ type: "table", columns: rows[0]?.map((_, index) => `c${index}`) ?? ["c"], rows }),
      ),
    fc.tuple(choices, fc.uuid()).map(
      ([all, prefix]): Block => ({
        type: "choices",
        choices: all.map((one, index) => ({
          ...choice(`${prefix}_${index}`, one.label),
          description: one.description,
        })),
      }),
    ),
    fc.integer({ min: 1, max: 12 }).map(
      (count): Block => ({
        type: "form",
        form_id: "frm_1",
        title: "Sarah",
        fields: Array.from({ length: count }, (_, index) => ({
          name: `f${index}`,
          label: `Field ${index}`,
          input: "text" as const,
        })),
      }),
    ),
  );

  test("whatever its blocks, and loses no word and no choice", () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
        const posts = renderPosts(reply("in words", blocks));
        for (const post of posts) expect(brokenRules(post as Record<string, unknown>)).toEqual([]);
        const all = shown(posts);
        const said = all.map(({ content }) => content ?? "").join("\n");
        const wanted = blocks.flatMap((one) =>
          one.type === "text"
            ? wordsOf(one.text)
            : one.type === "card"
              ? wordsOf(one.fields[0]?.value ?? "")
              : one.type === "list"
                ? one.items.flatMap(wordsOf)
                : [],
        );
        expect(wordsOf(said)).toEqual(wanted);
        const offered = new Set(
          all.flatMap(({ custom_id, options }) => [
            ...(options ?? []).map(({ value }) => value),
            ...(custom_id ? [custom_id] : []),
          ]),
        );
        for (const one of blocks)
          if (one.type === "choices") for (const { id } of one.choices) expect(offered).toContain(id);
      }),
      { numRuns: 60 },
    );
  });
});

describe("choices", () => {
  const posts = (all: ReturnType<typeof choice>[]) =>
    renderPosts(reply("", [{ type: "choices", prompt: "Next?", choices: all }]));

  test("are buttons by category, with what they mean above them", () => {
    const recommended = {
      ...choice("a", "Write a scene", { description: "Opens act two" }),
      category: "recommended" as const,
      difficulty: "easy" as const,
      minutes: 2,
      impact: "high" as const,
    };
    const [post] = posts([recommended, choice("b", "Skip")]);
    expect(post?.components).toEqual([
      { type: 10, content: "Next?\n- **Write a scene** — Opens act two (easy, 2 min, high impact)" },
      {
        type: 1,
        components: [
          { type: 2, style: 1, custom_id: "a", label: "Write a scene" },
          { type: 2, style: 2, custom_id: "b", label: "Skip" },
        ],
      },
    ]);
  });

  test("that cannot be pressed any more show it", () => {
    const buttons = shown(
      posts([choice("a", "Taken", { state: "pressed" }), choice("b", "Old", { state: "expired" })]),
    ).filter(({ type }) => type === 2);
    expect(buttons).toMatchObject([
      { label: "✓ Taken", disabled: true },
      { label: "Old", disabled: true },
    ]);
  });

  test("that are many are menus, and a description too long for one is said in full", () => {
    const long = "so ".repeat(60).trim();
    const all = shown(
      posts(
        Array.from({ length: 30 }, (_, index) =>
          choice(`c${index}`, `Choice ${index}`, { description: index === 3 ? long : "short" }),
        ),
      ),
    );
    expect(all.filter(({ type }) => type === 3).map(({ options }) => options?.length)).toEqual([25, 5]);
    expect(all.filter(({ content }) => content?.includes(long))).toHaveLength(1);
  });
});

test("a table is code, in pieces of whole rows under its heads", () => {
  const rows = Array.from({ length: 90 }, (_, index) => [`field ${index}`, "as it is in A", "as it is in B"]);
  const posts = renderPosts(
    reply("", [
      { type: "table", title: "Jon and John", columns: ["Field", "A", "B"], rows, note: "and 3 more" },
    ]),
  );
  const said = shown(posts).map(({ content }) => content ?? "");
  expect(said.length).toBeGreaterThan(1);
  expect(said[0]).toMatch(/^\*\*Jon and John\*\*\n```\nField +A +B\n/);
  expect(said.at(-1)).toMatch(/```\nand 3 more$/);
  expect(said.join("").match(/field \d+/g)).toHaveLength(90);
  for (const piece of said)
    expect(piece).toMatch(/```\nField +A +B\n[─ ]+\n(field \d+ +as it is in A +as it is in B\n)+```/);
});

test("a proposal stands apart from what is written", () => {
  const [post] = renderPosts(
    reply("", [
      {
        type: "proposal",
        point_id: "pnt_1",
        title: "I would write this down",
        lines: [
          {
            id: "1",
            state: "open",
            action: "updated",
            kind: "character",
            name: "Sarah",
            field: "age",
            before: 28,
            after: 31,
          },
        ],
      },
    ]),
  );
  expect(post?.components).toEqual([
    {
      type: 17,
      components: [{ type: 10, content: "**I would write this down**\n- Sarah, age: 28 → 31" }],
    },
  ]);
});

test("nobody is pinged, by any post", () => {
  for (const post of renderPosts(reply("@everyone ".repeat(900))))
    expect(post.allowed_mentions).toEqual({ parse: [] });
});

test("the nonce is the same for the same post and fits Discord", () => {
  expect(nonceOf("msg_1", 0)).toBe(nonceOf("msg_1", 0));
  expect(new Set([nonceOf("msg_1", 0), nonceOf("msg_1", 1), nonceOf("msg_2", 0)]).size).toBe(3);
  expect(nonceOf(`msg_${"x".repeat(40)}`, 12)).toHaveLength(25);
});
