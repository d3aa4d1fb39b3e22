import { vi } from "vitest";

/** A message of Backlot's as the people of a room see it. */
export interface Seen {
  readonly id: string;
  readonly text: string;
  /** What can be pressed, by its label. */
  readonly buttons: readonly string[];
}

/** A file somebody posts; `size` is what the platform is made to claim, where that is not what it has. */
export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly content: string;
  readonly size?: number;
}

/** One conversation, and what people can do in it. Whoever is named for the first time comes in; Ana runs the place. */
export interface Talk {
  say(text: string, by?: string): Promise<void>;
  /** Presses the newest button of this label; answers what the presser alone was told, which may still grow. */
  press(label: string, by?: string): Promise<readonly string[]>;
  /** Opens the form behind a button, fills in some of its fields, and sends it. */
  fill(button: string, values: Readonly<Record<string, string>>, by?: string): Promise<void>;
  upload(file: Upload, by?: string): Promise<void>;
  /** Another conversation about the same film. */
  beside(): Promise<Talk>;
  /** What Backlot shows here, oldest first. */
  seen(): readonly Seen[];
}

/** Where people meet Backlot: the page, a Discord guild, a Slack workspace. */
export interface Room {
  readonly name: string;
  /** A conversation in a film of its own. */
  begin(): Promise<Talk>;
  /** Resolves when Backlot is here, also after it was away. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

const WITHIN_MS = 20_000;

/** Waits until a check holds: soon on an idle machine, some seconds on a busy one. */
export const soon = <T>(check: () => T | Promise<T>, withinMs = WITHIN_MS): Promise<T> =>
  vi.waitFor(check, { timeout: withinMs, interval: 15 });

/** Does something, and waits for a message that was not there before and says this. */
export async function answerTo(talk: Talk, act: () => Promise<unknown>, says: RegExp): Promise<Seen> {
  const before = new Set(talk.seen().map(({ id }) => id));
  await act();
  return soon(() => {
    const fresh = talk.seen().filter(({ id }) => !before.has(id));
    const found = fresh.findLast(({ text }) => says.test(text));
    if (found) return found;
    throw new Error(`nothing says ${says}; there is: ${fresh.map(({ text }) => text).join(" | ")}`);
  });
}

export const said = (talk: Talk, text: string, says: RegExp, by?: string): Promise<Seen> =>
  answerTo(talk, () => talk.say(text, by), says);

export const pressed = (talk: Talk, label: string, says: RegExp, by?: string): Promise<Seen> =>
  answerTo(talk, () => talk.press(label, by), says);

/** Waits until a message, whose edits keep its id, says this. */
export const becomes = (talk: Talk, id: string, says: RegExp, withinMs?: number): Promise<Seen> =>
  soon(() => {
    const now = talk.seen().find((message) => message.id === id);
    if (now && says.test(now.text)) return now;
    throw new Error(`${id} does not say ${says}: ${now?.text}`);
  }, withinMs);

/** The label of a button of a message, by how it begins. */
export function buttonOf({ buttons, text }: Seen, begins: string): string {
  const found = buttons.find((label) => label.startsWith(begins));
  if (found) return found;
  throw new Error(`no “${begins}” among ${buttons.join(" | ")} under: ${text}`);
}
