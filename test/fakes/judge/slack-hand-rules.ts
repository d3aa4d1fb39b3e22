import { type Found, type HandRule, twice, typed } from "./hand-rule.ts";

const DOCS = "https://docs.slack.dev/reference";
const BLOCKS = /^(chat\.|views\.|response_url|acknowledgement|files\.completeUpload)/;
const STREAM = /^chat\.(start|append|stop)Stream$/;
/** https://docs.slack.dev/reference/methods/chat.appendStream: what `chunks` may be. */
const CHUNKS = ["markdown_text", "task_update", "plan_update", "blocks"];

type Body = Readonly<Record<string, unknown>>;

export const SLACK_HAND_RULES: readonly HandRule[] = [
  {
    name: "block_id is unique in a message or view",
    source: `${DOCS}/block-kit/blocks`,
    on: BLOCKS,
    broken: (body) =>
      twice(blocksOf(body), "block_id").map(([at, { block_id }]) => [
        at,
        `block_id ${block_id} stands twice`,
      ]),
  },
  {
    name: "action_id is unique in its block",
    source: `${DOCS}/block-kit/block-elements/button-element`,
    on: BLOCKS,
    broken: (body) =>
      blocksOf(body).flatMap(([at, block]) =>
        twice(typed(block, at).slice(1), "action_id").map(
          ([where, { action_id }]) => [where, `action_id ${action_id} stands twice`] as const,
        ),
      ),
  },
  {
    name: "a message has 50 blocks, a view 100",
    source: `${DOCS}/block-kit/blocks`,
    on: BLOCKS,
    broken: (body) => {
      const most = "view" in body ? 100 : 50;
      const count = blocksOf(body).length;
      return count > most ? [["/blocks", `at most ${most} blocks, these are ${count}`]] : [];
    },
  },
  {
    name: "a section has a text or up to 10 fields of 2,000 characters",
    source: `${DOCS}/block-kit/blocks/section-block`,
    on: BLOCKS,
    broken: (body) =>
      blocksOf(body, "section").flatMap(([at, { text, fields }]) => {
        const all = (fields ?? []) as { text?: string }[];
        const long = all.some((one) => String(one.text ?? "").length > 2_000);
        return [
          ...(!text && all.length === 0 ? [[at, "a section needs a text or fields"] as const] : []),
          ...(all.length > 10 ? [[`${at}/fields`, "at most 10 fields"] as const] : []),
          ...(long ? [[`${at}/fields`, "at most 2000 characters a field"] as const] : []),
        ];
      }),
  },
  {
    name: "a menu has options or groups of options, at least one",
    source: `${DOCS}/block-kit/block-elements/select-menu-element#static_select`,
    on: BLOCKS,
    broken: (body) =>
      typed(body)
        .filter(([, { type }]) => /^(multi_)?static_select$|^radio_buttons$|^checkboxes$/.test(String(type)))
        .filter(([, { options, option_groups }]) => lengthOf(options) + lengthOf(option_groups) === 0)
        .map(([at]) => [at, "1 to 100 options"]),
  },
  {
    name: "a message has one table, of 100 rows and 20 columns",
    source: `${DOCS}/block-kit/blocks/table-block`,
    on: BLOCKS,
    broken: (body) =>
      blocksOf(body, "table").flatMap(([at, { rows }], index) => [
        ...(index > 0 ? [[at, "only one table is allowed"] as const] : []),
        ...(lengthOf(rows) > 100 ? [[at, "at most 100 rows"] as const] : []),
        ...((rows as unknown[][] | undefined)?.some((row) => row.length > 20)
          ? [[at, "at most 20 columns"] as const]
          : []),
      ]),
  },
  {
    name: "markdown blocks hold 12,000 characters together",
    source: `${DOCS}/block-kit/blocks/markdown-block`,
    on: BLOCKS,
    broken: (body) => {
      const words = blocksOf(body, "markdown").reduce((sum, [, one]) => sum + String(one.text).length, 0);
      return words > 12_000 ? [["/blocks", `markdown: at most 12000 characters, these are ${words}`]] : [];
    },
  },
  {
    name: "markdown_text stands alone, with up to 12,000 characters",
    source: `${DOCS}/methods/chat.postMessage#markdown`,
    on: /^chat\./,
    broken: ({ markdown_text, text, blocks }) => {
      if (markdown_text === undefined) return [];
      const broken: [string, string][] = [];
      if (String(markdown_text).length > 12_000) broken.push(["/markdown_text", "at most 12000 characters"]);
      if (text !== undefined) broken.push(["/markdown_text", "not together with text"]);
      if (blocks !== undefined && !Array.isArray(blocks)) broken.push(["/blocks", "is a list"]);
      return broken;
    },
  },
  {
    name: "a view with inputs has a submit button",
    source: `${DOCS}/views/modal-views`,
    on: /^views\.|^acknowledgement/,
    broken: (body) => {
      const view = body.view as Body | undefined;
      const asks = blocksOf(body, "input").length > 0;
      return view?.type === "modal" && asks && !view.submit ? [["/view/submit", "is required"]] : [];
    },
  },
  {
    name: "a stream is a reply to a person, who is named in channels",
    source: `${DOCS}/methods/chat.startStream`,
    on: /^chat\.startStream$/,
    broken: ({ channel, thread_ts, recipient_user_id, recipient_team_id }) => {
      if (!thread_ts) return [["/thread_ts", "is required"]];
      const isOpen = /^[CG]/.test(String(channel));
      return isOpen && !(recipient_user_id && recipient_team_id)
        ? [["/recipient_user_id", "recipient_user_id and recipient_team_id are required in channels"]]
        : [];
    },
  },
  {
    name: "chunks of a stream are of a known type",
    source: `${DOCS}/methods/chat.appendStream`,
    on: STREAM,
    broken: ({ chunks }) =>
      ((chunks ?? []) as { type?: string }[]).flatMap(({ type }, index) =>
        CHUNKS.includes(String(type)) ? [] : [[`/chunks/${index}/type`, `no chunk is a ${type}`] as const],
      ),
  },
  {
    name: "text has up to 40,000 characters",
    source: `${DOCS}/methods/chat.postMessage#truncating`,
    on: /^(chat\.|response_url|acknowledgement)/,
    broken: ({ text }) => (String(text ?? "").length > 40_000 ? [["/text", "at most 40000 characters"]] : []),
  },
];

/** The blocks of a message or view, of one type when it is named. */
function blocksOf(body: Body, type?: string) {
  const inView = "view" in body;
  const blocks = (inView ? (body.view as Body | undefined)?.blocks : body.blocks) ?? [];
  if (!Array.isArray(blocks)) return [];
  return blocks
    .map((one: Body, index): Found => [`${inView ? "/view" : ""}/blocks/${index}`, one])
    .filter(([, one]) => type === undefined || one.type === type);
}

const lengthOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0);
