import { kindsShown } from "../text/kinds.ts";

/** The kinds that have a command of their own; a project's own kinds share /entry. */
const BUILT_IN: readonly string[] = kindsShown([]);

interface Named {
  readonly kind: string;
  readonly name: string;
}

/** "/character", "/entry vehicle". */
export const slashOf = (kind: string): string => (BUILT_IN.includes(kind) ? `/${kind}` : `/entry ${kind}`);

/** A command about one entry as it is typed: `/character restore "Sarah" 2`. `id` is said where the name alone will not do. */
export function entryLine(
  { kind, name }: Named,
  action: string,
  { rest, id }: { readonly rest?: string; readonly id?: string | undefined } = {},
): string {
  const parts = [slashOf(kind), action, quotedName(name), rest, id === undefined ? undefined : `id=${id}`];
  return parts.filter((part) => part !== undefined).join(" ");
}

/** Quotes keep a name of several words together; a command line knows no quote within quotes. */
export const quotedName = (name: string): string => `"${name.replaceAll('"', "")}"`;
