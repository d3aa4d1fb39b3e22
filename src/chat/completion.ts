import type { Project } from "../domain/project.ts";
import type { Place } from "../domain/session.ts";
import type { Person } from "./inbound-event.ts";

/** One way to go on with what is being typed: what people read, and what is sent when they pick it. */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

/** A person types an option of a command. Nothing is stored of it, and no session is made for it. */
export interface Asked {
  readonly place: Place;
  readonly person: Person;
  readonly command: string;
  readonly option: string;
  /** What stands in the option so far. */
  readonly typed: string;
  /** The other options as far as they are filled in. */
  readonly given: Readonly<Record<string, unknown>>;
}

/** The same, in the project that the place works on. */
export interface Asking extends Pick<Asked, "person" | "typed" | "given"> {
  readonly project: Project;
  /** Of the place. A project that several workspaces share belongs to one of them. */
  readonly workspace_id: string;
}

/** Answers at once or after one bounded read. */
export type Completer = (asking: Asking) => readonly Suggestion[] | Promise<readonly Suggestion[]>;
