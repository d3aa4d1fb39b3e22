import type { Element, SlackPost, Workspace } from "./workspace.ts";

export interface Seen {
  readonly ts: string;
  readonly by: string;
  readonly text: string;
  readonly buttons: readonly string[];
  readonly disabled: readonly string[];
  readonly pictures: readonly { readonly alt: string; readonly bytes: Buffer }[];
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
}

const plain = (text: string) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** What people see in a channel's own line, or in one of its threads. */
export function seenIn(workspace: Workspace, channel: string, thread?: string): Seen[] {
  const posts = workspace.channels.get(channel)?.posts ?? [];
  return posts.filter(({ thread_ts }) => thread_ts === thread).map((post) => seen(workspace, post));
}

function seen(workspace: Workspace, post: SlackPost): Seen {
  const blocks = post.blocks ?? [];
  const sections = blocks.flatMap(({ type, text, elements = [] }) =>
    type === "section"
      ? [text?.text ?? ""]
      : type === "context"
        ? elements.map((one) => String(one.text ?? ""))
        : [],
  );
  return {
    ts: post.ts,
    by: workspace.people.get(post.user)?.name ?? post.user,
    text: plain(blocks.length > 0 ? sections.join("\n") : post.text),
    buttons: labelsIn(post),
    disabled: [],
    pictures: blocks
      .filter(({ type }) => type === "image")
      .map(({ alt_text = "", slack_file }) => ({
        alt: alt_text,
        bytes: workspace.files.get(slack_file?.id ?? "")?.bytes ?? Buffer.alloc(0),
      })),
    files: (post.files ?? []).map(({ id, title }) => ({
      name: title,
      bytes: workspace.files.get(id)?.bytes ?? Buffer.alloc(0),
    })),
  };
}

/** Labels of the buttons that can be pressed, and of the lines of menus. */
export const labelsIn = (post: SlackPost): string[] =>
  elementsOf(post).flatMap(({ text, options }) =>
    text ? [text.text] : (options ?? []).map((option) => option.text.text),
  );

/** What pressing the button or picking the line of this label sends. */
export function pressed(post: SlackPost, label: string): Record<string, unknown> | undefined {
  for (const { type, action_id, value, text, options } of elementsOf(post)) {
    if (type === "button" && text?.text === label) return { type, action_id, value, text };
    const selected_option = options?.find((option) => option.text.text === label);
    if (selected_option) return { type, action_id, selected_option };
  }
  return undefined;
}

const elementsOf = (post: SlackPost): Element[] =>
  (post.blocks ?? []).flatMap(({ type, elements }) => (type === "actions" ? [...(elements ?? [])] : []));
