import fc from "fast-check";
import { expect, test } from "vitest";
import { pageActions, pageTitle } from "../../../../src/adapters/slack/buttons.ts";
import { renderPosts } from "../../../../src/adapters/slack/outbound.ts";
import type { Block } from "../../../../src/chat/reply.ts";
import { choice, reply } from "../../../contract/platform-room.ts";
import { brokenRules, pingsOf } from "../../../fakes/slack/rules.ts";
import type { Block as SlackBlock } from "../../../fakes/slack/workspace.ts";

const drawn = (blocks: Block[], text = "in words") =>
  renderPosts(reply(text, blocks)) as unknown as { text: string; blocks: SlackBlock[] }[];
const idsIn = ({ elements = [] }: SlackBlock) =>
  elements.flatMap(({ value, options }) => [value, ...(options ?? []).map((option) => option.value)]);

/** All that is shown on the pages behind the first, each of which must fit Slack as well. */
function otherPages(choices: Parameters<typeof pageActions>[0], block: number): SlackBlock[] {
  const pages = Math.ceil(choices.length / 100);
  return Array.from({ length: Math.max(0, pages - 1) }, (_, index) => {
    const rows = pageActions(choices, { message_id: "msg_1", block }, index + 1) as unknown as SlackBlock[];
    expect(brokenRules(pageTitle(choices, index + 1) ?? "", rows)).toEqual([]);
    return rows;
  }).flat();
}

const wordsOf = (text: string) => text.match(/w\d+x/g) ?? [];

/** Whatever people type, but none of the words that are counted. */
const cell = fc.string({ maxLength: 50 }).map((text) => text.replaceAll("w", "v"));

const words = fc
  .integer({ min: 1, max: 4_000 })
  .map((count) =>
    Array.from({ length: count }, (_, index) => `w${index}x${index % 30 === 29 ? "\n\n" : ""}`).join(" "),
  );
const label = fc.string({ minLength: 1, maxLength: 80 }).filter((text) => text.trim() !== "");
const choices = fc.array(fc.record({ label, description: fc.string({ maxLength: 300 }) }), {
  minLength: 1,
  maxLength: 220,
});
const block: fc.Arbitrary<Block> = fc.oneof(
  words.map((text): Block => ({ type: "text", text })),
  words.map(
    (text): Block => ({ type: "card", title: "<!channel>", fields: [{ name: "background", value: text }] }),
  ),
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
  fc.tuple(fc.string({ minLength: 1, maxLength: 200 }), fc.nat(20_000_000)).map(
    ([name, size]): Block => ({
      type: "file",
      name,
      size,
      url: "/api/v1/files/fil_1",
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

test("every message fits Slack whatever its blocks, loses no word and no choice, and pings nobody", () => {
  fc.assert(
    fc.property(
      fc.array(block, { maxLength: 8 }),
      fc.constantFrom("<!channel> in words", "x".repeat(50_000)),
      (blocks, text) => {
        const posts = drawn(blocks, text);
        const all = posts.flatMap((post) => post.blocks);
        for (const post of posts) {
          expect(brokenRules(post.text, post.blocks)).toEqual([]);
          expect(pingsOf(post.text, post.blocks, false)).toEqual([]);
        }
        const wanted = blocks.flatMap((one) =>
          one.type === "text"
            ? wordsOf(one.text)
            : one.type === "card"
              ? wordsOf(one.fields[0]?.value ?? "")
              : [],
        );
        if (blocks.length > 0) expect(all.flatMap((one) => wordsOf(one.text?.text ?? ""))).toEqual(wanted);
        for (const [index, one] of blocks.entries()) {
          if (one.type !== "choices") continue;
          const offered = new Set([...all, ...otherPages(one.choices, index)].flatMap(idsIn));
          for (const { id } of one.choices) expect(offered).toContain(id);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("choices are buttons by category, with what they mean above them; what was pressed is said", () => {
  const recommended = {
    ...choice("a", "Write a scene", { description: "Opens act two" }),
    category: "recommended" as const,
  };
  const [post] = drawn([
    {
      type: "choices",
      prompt: "Next?",
      choices: [recommended, choice("b", "Skip"), choice("c", "Taken", { state: "pressed" })],
    },
  ]);
  expect(post?.blocks).toEqual([
    {
      type: "section",
      text: { type: "mrkdwn", text: "Next?\n• *Write a scene* — Opens act two\n• ✓ Taken", verbatim: true },
      expand: true,
    },
    {
      type: "actions",
      elements: [
        {
          type: "button",
          action_id: "a",
          value: "a",
          style: "primary",
          text: { type: "plain_text", text: "Write a scene" },
        },
        { type: "button", action_id: "b", value: "b", text: { type: "plain_text", text: "Skip" } },
      ],
    },
  ]);
});

test("a label longer than a button is said in full", () => {
  const long = "a label of eighty characters, which is what the film needs and a button lacks...";
  const [post] = drawn([{ type: "choices", choices: [choice("a", long)] }]);
  expect(long).toHaveLength(80);
  expect(post?.blocks[0]?.text?.text).toContain(long);
  expect(post?.blocks[1]?.elements?.[0]?.text?.text).toMatch(/…$/);
});

test("a table is code, in sections of whole rows under its heads, however its signs are escaped", () => {
  const rows = Array.from({ length: 90 }, (_, index) => [`field ${index}`, "<A> & as it is", "<!channel>"]);
  const posts = drawn([{ type: "table", title: "Jon and John", columns: ["Field", "A", "B"], rows }]);
  const said = posts.flatMap((post) => post.blocks.map((one) => one.text?.text ?? ""));
  expect(said.length).toBeGreaterThan(1);
  expect(said[0]).toMatch(/^\*Jon and John\*\n```\nField +A +B\n/);
  const row = "field \\d+ +&lt;A&gt; &amp; as it is +&lt;\u2060!channel&gt;\n";
  for (const piece of said) expect(piece).toMatch(new RegExp(`\`\`\`\nField +A +B\n[─ ]+\n(${row})+\`\`\`$`));
  expect(said.join("").match(/field \d+/g)).toHaveLength(90);
});
