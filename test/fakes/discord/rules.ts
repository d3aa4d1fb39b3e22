/**
 * Discord's documented limits for a message, as a list of what it breaks.
 * https://docs.discord.com/developers/resources/message and …/components/reference
 */
export function brokenRules(body: Record<string, unknown>, attached: readonly string[] = []): string[] {
  const broken: string[] = [];
  const v2 = (Number(body.flags ?? 0) & (1 << 15)) !== 0;
  const components = (body.components ?? []) as Component[];
  const all = flatten(components);
  if (v2 && (body.content || body.embeds)) broken.push("content and embeds cannot go with IS_COMPONENTS_V2");
  if (!v2 && String(body.content ?? "").length > 2_000) broken.push("content: at most 2000 characters");
  if (!v2 && !body.content && components.length === 0) broken.push("cannot send an empty message");
  if (v2 && components.length === 0) broken.push("cannot send an empty message");
  if (!v2 && all.some(({ type }) => type > 8)) broken.push("components of version 2 need IS_COMPONENTS_V2");
  if (!v2 && components.length > 5) broken.push("at most 5 rows");
  if (all.length > 40) broken.push(`components: at most 40, these are ${all.length}`);
  const text = all.reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
  if (text > 4_000) broken.push(`text displays: at most 4000 characters together, these are ${text}`);
  const ids = all.flatMap(({ custom_id }) => (custom_id === undefined ? [] : [custom_id]));
  if (new Set(ids).size !== ids.length) broken.push("custom_id: must be unique in a message");
  if (String(body.nonce ?? "").length > 25) broken.push("nonce: at most 25 characters");
  const media = [
    ...all.flatMap(({ items }) => items ?? []),
    ...all.flatMap(({ file }) => (file ? [{ media: file }] : [])),
  ];
  for (const {
    media: { url },
  } of media) {
    const file = url.replace(/^attachment:\/\//, "");
    if (file !== url && !attached.includes(file)) broken.push(`media: no attachment is ${file}`);
  }
  return [...broken, ...all.flatMap(brokenComponent)];
}

export interface Component {
  readonly type: number;
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly style?: number;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  /** What a text input holds already. */
  readonly value?: string;
  readonly components?: readonly Component[];
  readonly component?: Component;
  /** What a file component shows. */
  readonly file?: Media;
  readonly items?: readonly { readonly media: Media; readonly description?: string }[];
  readonly options?: readonly {
    readonly label: string;
    readonly value: string;
    readonly description?: string;
  }[];
}

interface Media {
  readonly url: string;
  /** As Discord tells it. */
  readonly attachment_id?: string;
}

export const flatten = (components: readonly Component[]): Component[] =>
  components.flatMap((one) => [
    one,
    ...flatten(one.components ?? []),
    ...flatten(one.component ? [one.component] : []),
  ]);

/** A modal has 1 to 5 fields, a short title, and labels of at most 45 characters. */
export function brokenModal(data: Record<string, unknown>): string[] {
  const rows = (data.components ?? []) as Component[];
  const broken: string[] = [];
  if (rows.length < 1 || rows.length > 5) broken.push("modal components: 1 to 5");
  if (String(data.title ?? "").length < 1 || String(data.title).length > 45)
    broken.push("modal title: 1 to 45 characters");
  if (String(data.custom_id ?? "").length < 1 || String(data.custom_id).length > 100)
    broken.push("modal custom_id: 1 to 100");
  for (const row of rows) {
    if (row.type !== 18 && row.type !== 10) broken.push("modal: labels and texts only");
    if (row.type === 18 && (!row.label || row.label.length > 45)) broken.push("label: 1 to 45 characters");
  }
  return broken;
}

function brokenComponent(one: Component): string[] {
  const broken: string[] = [];
  const within = (name: string, value: string | undefined, max: number, min = 1) => {
    if (value === undefined) return;
    if (value.length < min || value.length > max) broken.push(`${name}: ${min} to ${max} characters`);
  };
  within("custom_id", one.custom_id, 100);
  within("button label", one.type === 2 ? one.label : undefined, 80);
  within("placeholder", one.placeholder, 150);
  if (one.type === 10) within("content", one.content ?? "", 4_000);
  if (one.type === 2 && one.style !== 5 && one.style !== 6 && !one.custom_id)
    broken.push("button: custom_id is required");
  if (one.type === 1) {
    const inside = one.components ?? [];
    const menus = inside.filter(({ type }) => type === 3).length;
    if (inside.length === 0 || inside.length > 5) broken.push("action row: 1 to 5 components");
    if (menus > 0 && inside.length > 1) broken.push("action row: one menu and nothing else");
  }
  if (one.type === 12) {
    const items = one.items ?? [];
    if (items.length < 1 || items.length > 10) broken.push("media gallery: 1 to 10 items");
    for (const { description } of items) within("media description", description, 1_024);
  }
  if (one.type === 3) {
    const options = one.options ?? [];
    if (options.length < 1 || options.length > 25) broken.push("menu: 1 to 25 options");
    if (new Set(options.map(({ value }) => value)).size !== options.length)
      broken.push("menu: values must differ");
    for (const option of options) {
      within("option label", option.label, 100);
      within("option value", option.value, 100);
      within("option description", option.description, 100);
    }
  }
  return broken;
}
