import type { Block, Element, Option } from "./workspace.ts";

/**
 * Slack's documented limits for a message, as a list of what it breaks.
 * https://docs.slack.dev/reference/block-kit/blocks, …/block-elements, …/methods/chat.postMessage
 */
export function brokenRules(text: string, blocks: readonly Block[]): string[] {
  const broken: string[] = [];
  if (text.length > 40_000) broken.push("text: at most 40000 characters");
  if (blocks.length > 50) broken.push("at most 50 blocks");
  return [...broken, ...blocks.flatMap(brokenBlock)];
}

/** Views hold at most 100 blocks, a title of 24 characters and 3,000 characters of metadata. */
export function brokenView(view: {
  title?: { text: string };
  blocks?: readonly Block[];
  private_metadata?: string;
  submit?: unknown;
}): string[] {
  const broken: string[] = [];
  const blocks = view.blocks ?? [];
  if (!view.title?.text || view.title.text.length > 24) broken.push("title: 1 to 24 characters");
  if (blocks.length < 1 || blocks.length > 100) broken.push("1 to 100 blocks");
  if ((view.private_metadata ?? "").length > 3_000) broken.push("private_metadata: at most 3000 characters");
  if (blocks.some(({ type }) => type === "input") && !view.submit) broken.push("inputs need submit");
  return [...broken, ...blocks.flatMap(brokenBlock)];
}

function brokenBlock(block: Block): string[] {
  const broken: string[] = [];
  const elements = block.elements ?? [];
  const ids = elements.flatMap(({ action_id }) => (action_id === undefined ? [] : [action_id]));
  if (new Set(ids).size !== ids.length) broken.push("action_id: must be unique in a block");
  if (block.type === "image") {
    within(broken, "alt_text", block.alt_text ?? "", 2_000);
    if (block.slack_file && !/^F[A-Z0-9]{8,}$/.test(block.slack_file.id))
      broken.push("slack_file id: ^[F][A-Z0-9]{8,}$");
  }
  if (block.type === "section" && block.text) within(broken, "section text", block.text?.text ?? "", 3_000);
  if (block.type === "actions" && (elements.length < 1 || elements.length > 25))
    broken.push("actions: 1 to 25 elements");
  if (block.type === "input") within(broken, "label", block.label?.text ?? "", 2_000);
  return [...broken, ...[...elements, ...(block.element ? [block.element] : [])].flatMap(brokenElement)];
}

function brokenElement(element: Element): string[] {
  const broken: string[] = [];
  within(broken, "action_id", element.action_id ?? "x", 255);
  if (element.type === "button") {
    within(broken, "button text", element.text?.text ?? "", 75);
    within(broken, "button value", element.value ?? "x", 2_000);
  }
  if (element.type === "static_select") {
    const options = element.options ?? [];
    if (options.length < 1 || options.length > 100) broken.push("menu: 1 to 100 options");
    within(broken, "placeholder", element.placeholder?.text ?? "x", 150);
    broken.push(...options.flatMap(brokenOption));
  }
  if (element.type === "plain_text_input")
    within(broken, "initial_value", element.initial_value ?? "x", 3_000);
  return broken;
}

function brokenOption(option: Option): string[] {
  const broken: string[] = [];
  within(broken, "option text", option.text.text, 75);
  within(broken, "option value", option.value, 150);
  within(broken, "option description", option.description?.text ?? "x", 75);
  return broken;
}

function within(broken: string[], name: string, value: string, max: number): void {
  if (value.length < 1 || value.length > max) broken.push(`${name}: 1 to ${max} characters`);
}

/** Whom a text pings: only Slack's own marks do, unless the caller asks for names to be linked. */
export function pingsOf(text: string, blocks: readonly Block[], linkNames: boolean): string[] {
  const all = [text, ...blocks.map((block) => (block.text?.type === "mrkdwn" ? block.text.text : ""))].join(
    "\n",
  );
  const marks = all.match(/<(?:!(?:channel|here|everyone)|!subteam\^\w+|@[UW]\w+)(?:\|[^>]*)?>/g) ?? [];
  return linkNames ? [...marks, ...(all.match(/@(channel|here|everyone)\b/g) ?? [])] : marks;
}
