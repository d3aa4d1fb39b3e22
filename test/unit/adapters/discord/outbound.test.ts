import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pageRows, pageTitle } from "../../../../src/adapters/discord/buttons.ts";
import { nonceOf, renderPosts, withoutPictures } from "../../../../src/adapters/discord/outbound.ts";
import type { Block } from "../../../../src/chat/reply.ts";
import { choice, reply } from "../../../contract/platform-room.ts";
import { brokenRules, type Component, flatten } from "../../../fakes/discord/rules.ts";

const shown = (posts: ReturnType<typeof renderPosts>) =>
  posts.flatMap((post) => flatten(post.components as unknown as Component[]));
const idsIn = ({ custom_id, options }: Component) => [
  ...(options ?? []).map(({ value }) => value),
  ...(custom_id ? [custom_id] : []),
];

/** All that is shown on the pages behind the first, each of which must fit Discord as well. */
function otherPages(choices: Parameters<typeof pageRows>[0], block: number): Component[] {
  const pages = Math.ceil(choices.length / 25);
  return Array.from({ length: Math.max(0, pages - 1) }, (_, index) => {
    const rows = pageRows(choices, { message_id: "msg_1", block }, index + 1) as unknown as Component[];
    expect(brokenRules({ content: pageTitle(choices, index + 1), components: rows })).toEqual([]);
    return flatten(rows);
  }).flat();
}

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
    fc.tuple(choices, fc.oneof(fc.uuid(), fc.constant("same"))).map(
      ([all, prefix]): Block => ({
        type: "choices",
        choices: all.map((one, index) => ({
          ...choice(`${prefix}_${index}`, one.label),
          description: one.description,
        })),
      }),
    ),
    fc.tuple(fc.string({ minLength: 1, maxLength: 200 }), fc.nat(20_000_000), fc.uuid()).map(
      ([name, size, id]): Block => ({
        type: "file",
        name,
        size,
        url: `/api/v1/files/fil_${id}`,
        media_type: "text/plain",
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
        for (const post of posts) {
          const attached = (post.attachments ?? []).map(({ filename = "" }) => filename);
          expect(brokenRules(post as Record<string, unknown>, attached)).toEqual([]);
          expect(attached.length).toBeLessThanOrEqual(10);
          expect(brokenRules(withoutPictures(post) as Record<string, unknown>)).toEqual([]);
        }
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
        for (const [index, one] of blocks.entries()) {
          if (one.type !== "choices") continue;
          const offered = new Set([...all, ...otherPages(one.choices, index)].flatMap(idsIn));
          for (const { id } of one.choices) expect(offered).toContain(id);
        }
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

  test("that are many are a list, whose other pages are a press away; a description too long for it is said in full", () => {
    const long = "so ".repeat(60).trim();
    const all = shown(
      posts(
        Array.from({ length: 30 }, (_, index) =>
          choice(`c${index}`, `Choice ${index}`, { description: index === 3 ? long : "short" }),
        ),
      ),
    );
    expect(all.filter(({ type }) => type === 3).map(({ options }) => options?.length)).toEqual([25]);
    expect(all.filter(({ type }) => type === 2)).toMatchObject([{ label: "26–30 ›" }]);
    expect(all.filter(({ content }) => content?.includes(long))).toHaveLength(1);
  });

  test("“Something else…” is a button of its own with a pencil, also beside a list", () => {
    const other = choice("z", "Something else…", { category: "manual", asks: "What instead?" });
    for (const count of [2, 12]) {
      const some = Array.from({ length: count }, (_, index) => choice(`c${index}`, `Choice ${index}`));
      const buttons = shown(posts([...some, other])).filter(({ type }) => type === 2);
      expect(buttons.at(-1)).toMatchObject({
        label: "Something else…",
        emoji: { name: "✏️" },
        custom_id: expect.stringMatching(/^say:msg_.+:0:z$/),
      });
    }
  });

  test("a label longer than a button is said in full", () => {
    const long = "a label of more than eighty characters, which is what the film needs and a button lacks";
    const all = shown(posts([choice("a", long)]));
    expect(all.find(({ type }) => type === 2)?.label).toMatch(/…$/);
    expect(all.some(({ content }) => content?.includes(long))).toBe(true);
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

test("Discord shows nothing of what links lead to, unless that is set", () => {
  const flags = (unfurls?: boolean) => renderPosts(reply("https://example.test"), unfurls)[0]?.flags ?? 0;
  expect(flags() & (1 << 2)).toBe(1 << 2);
  expect(flags(true) & (1 << 2)).toBe(0);
});

test("headings are calm, but for what is code", () => {
  const [post] = renderPosts(reply("# One\n\n## Two\n\n```md\n# three\n```\n\n#tag"));
  expect(post?.components).toEqual([
    { type: 10, content: "### One\n\n### Two\n\n```md\n# three\n```\n\n#tag" },
  ]);
});

test("the nonce is the same for the same post and fits Discord", () => {
  expect(nonceOf("msg_1", 0)).toBe(nonceOf("msg_1", 0));
  expect(new Set([nonceOf("msg_1", 0), nonceOf("msg_1", 1), nonceOf("msg_2", 0)]).size).toBe(3);
  expect(nonceOf(`msg_${"x".repeat(40)}`, 12)).toHaveLength(25);
});
