import { describe, expect, test } from "vitest";
import { brokenModal, brokenRules as discord } from "../../fakes/discord/rules.ts";
import { brokenView, brokenRules as slack } from "../../fakes/slack/rules.ts";
import type { Block, Element } from "../../fakes/slack/workspace.ts";

const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));
const long = (length: number) => "x".repeat(length);

describe("Discord refuses", () => {
  const V2 = 1 << 15;
  const button = (more: object = {}) => ({ type: 2, style: 1, label: "Go", custom_id: "go", ...more });
  const row = (...components: object[]) => ({ type: 1, components });
  const menu = (options: object[]) => row({ type: 3, custom_id: "m", options });
  const option = (value: string, more: object = {}) => ({ label: "Go", value, ...more });
  const v2 = (...components: object[]) => ({ flags: V2, components });
  const text = (content: string) => ({ type: 10, content });
  const gallery = (...items: object[]) => v2({ type: 12, items });

  test("nothing that fits", () => {
    expect(discord({ content: long(2_000) })).toEqual([]);
    expect(discord(v2(text(long(4_000)), row(...many(5, (i) => button({ custom_id: `${i}` })))))).toEqual([]);
    expect(discord({ content: "x", components: [menu(many(25, (i) => option(`${i}`)))] })).toEqual([]);
    expect(discord(gallery({ media: { url: "attachment://a.png" } }), ["a.png"])).toEqual([]);
    expect(discord(v2(row({ type: 2, style: 5, label: "Read", url: "https://example.org" })))).toEqual([]);
  });

  test.each([
    ["content: at most 2000", { content: long(2_001) }],
    ["an empty message", {}],
    ["an empty message", v2()],
    ["cannot go with IS_COMPONENTS_V2", { ...v2(text("x")), content: "x" }],
    ["need IS_COMPONENTS_V2", { components: [text("x")] }],
    ["at most 5 rows", { components: many(6, (i) => row(button({ custom_id: `${i}` }))) }],
    ["at most 40, these are 41", v2({ type: 17, components: many(40, () => text("x")) })],
    ["at most 4000 characters together", v2(text(long(2_000)), text(long(2_001)))],
    ["must be unique in a message", v2(row(button(), button()))],
    ["nonce: at most 25", { content: "x", nonce: long(26) }],
    ["no attachment is b.png", gallery({ media: { url: "attachment://b.png" } })],
    ["media gallery: 1 to 10", gallery()],
    ["media description", gallery({ media: { url: "https://example.org" }, description: long(1_025) })],
    ["custom_id: 1 to 100", v2(row(button({ custom_id: long(101) })))],
    ["button label: 1 to 80", v2(row(button({ label: long(81) })))],
    ["custom_id is required", v2(row(button({ custom_id: undefined })))],
    ["action row: 1 to 5", v2(row(...many(6, (i) => button({ custom_id: `${i}` }))))],
    ["one menu and nothing else", v2(row({ type: 3, custom_id: "m", options: [option("1")] }, button()))],
    ["menu: 1 to 25", v2(menu(many(26, (i) => option(`${i}`))))],
    ["values must differ", v2(menu([option("1"), option("1")]))],
    ["option label: 1 to 100", v2(menu([option("1", { label: long(101) })]))],
    ["option value: 1 to 100", v2(menu([option(long(101))]))],
    ["option description: 1 to 100", v2(menu([option("1", { description: long(101) })]))],
    [
      "placeholder: 1 to 150",
      v2(row({ type: 3, custom_id: "m", options: [option("1")], placeholder: long(151) })),
    ],
  ])("%s", (rule, body) => expect(discord(body).join()).toContain(rule));

  const label = (more: object = {}) => ({
    type: 18,
    label: "Age",
    component: { type: 4, custom_id: "a" },
    ...more,
  });
  test.each([
    ["", { custom_id: "f", title: "Sarah", components: many(5, () => label()) }],
    ["", { custom_id: "f", title: "Sarah", components: [{ type: 10, content: "x" }, label()] }],
    ["modal components: 1 to 5", { custom_id: "f", title: "Sarah", components: many(6, () => label()) }],
    ["modal components: 1 to 5", { custom_id: "f", title: "Sarah", components: [] }],
    ["modal title: 1 to 45", { custom_id: "f", title: long(46), components: [label()] }],
    ["modal custom_id: 1 to 100", { custom_id: "", title: "Sarah", components: [label()] }],
    ["labels and texts only", { custom_id: "f", title: "Sarah", components: [row(button())] }],
    ["label: 1 to 45", { custom_id: "f", title: "Sarah", components: [label({ label: long(46) })] }],
  ])("in a modal: %s", (rule, body) => expect(brokenModal(body).join()).toContain(rule));
});

describe("Slack refuses", () => {
  const words = (text: string) => ({ type: "plain_text", text });
  const section = (text: string): Block => ({ type: "section", text: words(text) });
  const button = (more: Partial<Element> = {}): Element => ({
    type: "button",
    action_id: "go",
    text: words("Go"),
    ...more,
  });
  const actions = (...elements: Element[]): Block => ({ type: "actions", elements });
  const option = (value: string, more: object = {}) => ({ text: words("Go"), value, ...more });
  const menu = (options: object[], more: object = {}) =>
    actions({ type: "static_select", action_id: "m", options, ...more } as Element);

  test("nothing that fits", () => {
    const row = actions(...many(25, (i) => button({ action_id: `${i}` })));
    expect(slack(long(40_000), [section(long(3_000)), row, row, menu([option("1")])])).toEqual([]);
    expect(slack("x", [{ type: "image", alt_text: "x" }])).toEqual([]);
  });

  test.each([
    ["text: at most 40000", long(40_001), []],
    ["at most 50 blocks", "x", many(51, () => section("x"))],
    ["section text: 1 to 3000", "x", [section(long(3_001))]],
    ["unique in a block", "x", [actions(button(), button())]],
    ["actions: 1 to 25", "x", [actions(...many(26, (i) => button({ action_id: `${i}` })))]],
    ["action_id: 1 to 255", "x", [actions(button({ action_id: long(256) }))]],
    ["button text: 1 to 75", "x", [actions(button({ text: words(long(76)) }))]],
    ["button value: 1 to 2000", "x", [actions(button({ value: long(2_001) }))]],
    ["menu: 1 to 100", "x", [menu(many(101, (i) => option(`${i}`)))]],
    ["option text: 1 to 75", "x", [menu([option("1", { text: words(long(76)) })])]],
    ["option value: 1 to 150", "x", [menu([option(long(151))])]],
    ["option description: 1 to 75", "x", [menu([option("1", { description: words(long(76)) })])]],
    ["placeholder: 1 to 150", "x", [menu([option("1")], { placeholder: words(long(151)) })]],
    ["alt_text: 1 to 2000", "x", [{ type: "image", alt_text: "" }]],
    ["slack_file id", "x", [{ type: "image", alt_text: "x", slack_file: { id: "nothing" } }]],
  ] as const)("%s", (rule, text, blocks) => expect(slack(text, blocks).join()).toContain(rule));

  const view = (more: object = {}) => ({ title: words("Sarah"), blocks: [section("x")], ...more });
  const input = (more: object = {}) => ({ type: "input", label: words("Age"), ...more }) as Block;
  test.each([
    ["", view({ blocks: many(100, () => section("x")) })],
    ["title: 1 to 24", view({ title: words(long(25)) })],
    ["1 to 100 blocks", view({ blocks: many(101, () => section("x")) })],
    ["private_metadata: at most 3000", view({ private_metadata: long(3_001) })],
    ["inputs need submit", view({ blocks: [input()] })],
    ["label: 1 to 2000", view({ submit: {}, blocks: [input({ label: words(long(2_001)) })] })],
    [
      "initial_value: 1 to 3000",
      view({
        submit: {},
        blocks: [input({ element: { type: "plain_text_input", initial_value: long(3_001) } })],
      }),
    ],
  ])("in a view: %s", (rule, body) => expect(brokenView(body).join()).toContain(rule));
});
