import type { z } from "zod";
import type { Role } from "../domain/role.ts";
import type { Asking, Completer } from "./completion.ts";
import type { Outcome } from "./outcome.ts";
import type { Turn } from "./turn.ts";

/**
 * A slash command. `options` is a zod object: its keys are the option names, in the order they are typed,
 * and `.describe()` gives each its help text. `F` is the set of features the command may call.
 */
export interface Command<S extends z.ZodObject = z.ZodObject, F = unknown> {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  readonly examples: readonly string[];
  readonly permission: Role;
  readonly options: S;
  /** Name of the last option, which takes the rest of the line. */
  readonly rest?: string;
  /** Options that only buttons, forms and calls fill in: people are not offered them. */
  readonly unseen?: readonly (keyof z.infer<S> & string)[];
  /** What is offered while a person types an option, by the option's name. */
  readonly completes?: Readonly<Record<string, (features: F, asking: Asking) => ReturnType<Completer>>>;
  /** Whether what is given, raw, is answered with a form: a platform must know it before it acknowledges the command. */
  opens?(given: Readonly<Record<string, unknown>>): boolean;
  run(features: F, turn: Turn, options: z.infer<S>): Promise<Outcome>;
  /** What is to be said before others are asked to decide: what is wrong with it, or what it would take. Undefined when nothing is. */
  consider?(features: F, turn: Turn, options: z.infer<S>): Promise<Outcome | undefined>;
}

/** A command with its features bound, as converse runs it. */
export interface BoundCommand {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  readonly examples: readonly string[];
  readonly permission: Role;
  readonly options: z.ZodObject;
  readonly rest?: string;
  readonly unseen?: readonly string[];
  readonly completes?: Readonly<Record<string, Completer>>;
  opens?(given: Readonly<Record<string, unknown>>): boolean;
  run(turn: Turn, options: Record<string, unknown>): Promise<Outcome>;
  consider?(turn: Turn, options: Record<string, unknown>): Promise<Outcome | undefined>;
}
