import { soon, type Upload } from "../../rooms/room.ts";

/** What somebody alone is told of what they did, from then on. */
export type Told = () => readonly string[];

/** A form as it stands open before somebody. */
export interface Form {
  submit(values: Readonly<Record<string, string>>): Promise<Told>;
}

/** A place where people talk: a thread, a channel, one person's talk with Backlot. */
export interface Corner {
  say(text: string, by?: string): Promise<void>;
  /** `lost`: it is taken away before anybody can read it. */
  upload(file: Upload & { readonly lost?: true }, by?: string): Promise<void>;
  /** Presses the newest button of this label. */
  press(label: string, by?: string): Promise<Told>;
  /** Presses the newest button of this label, which opens a form. */
  open(label: string, by?: string): Promise<Form>;
  /** A command of the platform's own, as "/jobs" or "/character action:list". */
  command(line: string, by?: string): Promise<Told>;
  /** What Backlot shows here, oldest first. */
  shown(): readonly string[];
}

/** A film in a channel of its own; whoever is named for the first time comes in, and Ana runs the place. */
export interface Stage {
  readonly platform: "Discord" | "Slack";
  readonly mention: string;
  readonly thread: Corner;
  readonly channel: Corner;
  /** Another thread of the channel, in which Backlot was not called. */
  otherThread(): Promise<Corner>;
  /** Somebody's talk with Backlot alone. */
  direct(): Corner;
  /** All that somebody was told where nobody else sees it. */
  toldAlone(by: string): readonly string[];
  /** Backlot is put out of the channel, and let in again. */
  putOut(): void;
  letIn(): void;
}

export const SARAH = "Create a character named Sarah, a 28-year-old journalist";

/** Says something, and waits until the answer to it does. */
export async function answered(corner: Corner, text: string, says: RegExp): Promise<void> {
  const before = corner.shown().length;
  await corner.say(text);
  await soon(() => {
    const fresh = corner.shown().slice(before);
    if (!fresh.some((line) => says.test(line))) throw new Error(`nothing says ${says}: ${fresh.join(" | ")}`);
  });
}
