import type { APIMessage } from "discord.js";
import { type Component, flatten } from "./rules.ts";
import type { World } from "./world.ts";

/** A message as a person sees it. */
export interface Seen {
  readonly id: string;
  readonly by: string;
  readonly text: string;
  /** Labels of the buttons that can be pressed, and of the lines of menus. */
  readonly buttons: readonly string[];
  readonly disabled: readonly string[];
  readonly pictures: readonly { readonly alt: string; readonly bytes: Buffer }[];
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
}

export function seenIn(world: World, channelId: string): Seen[] {
  return (world.channel(channelId)?.messages ?? []).map((message) => seen(world, message));
}

/** Labels of the buttons that can be pressed, and of the lines of menus. */
export function labelsIn(components: readonly Component[]): string[] {
  const all = flatten(components);
  const open = all.filter(({ type, disabled }) => type === 2 && !disabled);
  const lines = all.flatMap(({ options }) => options ?? []);
  return [...open.map(({ label }) => label ?? ""), ...lines.map(({ label }) => label)];
}

function seen(world: World, message: APIMessage): Seen {
  const all = flatten((message.components ?? []) as unknown as Component[]);
  const buttons = all.filter(({ type }) => type === 2);
  const attached = ({ attachment_id }: { readonly attachment_id?: string }) => {
    const shown = world.attached.get(message.id)?.find(({ id }) => id === attachment_id);
    return { name: shown?.filename ?? "", bytes: world.files.get(shown?.id ?? "") ?? Buffer.alloc(0) };
  };
  return {
    id: message.id,
    by: message.author.global_name ?? message.author.username,
    text: [message.content, ...all.map(({ content }) => content ?? "")].filter(Boolean).join("\n"),
    buttons: labelsIn((message.components ?? []) as unknown as Component[]),
    disabled: buttons.filter(({ disabled }) => disabled).map(({ label }) => label ?? ""),
    pictures: all
      .flatMap(({ items }) => items ?? [])
      .map(({ media, description = "" }) => ({ alt: description, bytes: attached(media).bytes })),
    files: all.flatMap(({ file }) => (file ? [attached(file)] : [])),
  };
}

/** What pressing the button or picking the line of this label sends. */
export function pressData(message: APIMessage, label: string): Record<string, unknown> | undefined {
  const all = flatten((message.components ?? []) as unknown as Component[]);
  const button = all.find((one) => one.type === 2 && one.label === label && !one.disabled);
  if (button) return { component_type: 2, custom_id: button.custom_id };
  for (const menu of all) {
    const line = menu.options?.find((option) => option.label === label);
    if (line) return { component_type: 3, custom_id: menu.custom_id, values: [line.value] };
  }
  return undefined;
}
