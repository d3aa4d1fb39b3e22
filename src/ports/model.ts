import type { FactValue } from "../domain/bible/fact.ts";
import type { EntryKind } from "../domain/bible/kinds.ts";
import type { ProjectSchema } from "../domain/bible/project-schema.ts";
import type { Offer } from "../domain/choice.ts";
import type { ItemFields } from "../domain/operation.ts";
import type { DocumentKind } from "../domain/project.ts";
import type { Reading } from "../domain/reading/reading.ts";

/** An entry the message may speak of: only those whose names occur in it, or that the session spoke of lately. */
export interface KnownEntry {
  readonly entry_id: string;
  readonly kind: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly gender?: string;
  readonly occupation?: string;
}

export interface FilmContext {
  readonly title: string;
  readonly documents: Partial<Record<DocumentKind, string>>;
}

export interface ReadRequest {
  readonly text: string;
  readonly known: readonly KnownEntry[];
  /** Newest first; what "she" or "the diner" may mean. */
  readonly focus: readonly {
    readonly entry_id: string;
    readonly kind: string;
    readonly name: string;
    readonly gender?: string | undefined;
  }[];
  readonly film: FilmContext;
  /** The kinds and fields that the project adds. */
  readonly schema?: ProjectSchema;
  /** What Backlot asked and still waits for, newest first, in words. */
  readonly asked?: readonly string[];
}

export interface DraftRequest {
  readonly kind: "character" | "location" | "scene" | "relationship";
  readonly brief: string;
  readonly film: FilmContext;
  /** Names already in use; the draft has another. The store is the last judge: a taken name is drawn again with a higher `attempt`. */
  readonly taken: readonly string[];
  /** For scenes: who and where it may use. */
  readonly cast: readonly string[];
  readonly places: readonly string[];
  /** For characters: what others of the film do; the draft does something else where it can. */
  readonly occupations?: readonly string[];
  /** For a relationship: the two it is between, with what is known of them. The draft says its type and may describe it. */
  readonly between?: readonly [ItemFields, ItemFields];
  /** Same seed, index and attempt give the same draft offline; another index gives another name. */
  readonly seed: number;
  readonly index: number;
  readonly attempt: number;
}

export interface WriteRequest {
  readonly document: DocumentKind;
  readonly brief: string;
  readonly film: FilmContext;
  /** Lines like "Sarah: journalist, 28, wants to expose corruption". Bounded. */
  readonly bible: readonly string[];
  readonly seed: number;
}

/** What is no longer as a text may tell it. Without `after` it is gone; the field "name" stands for the thing itself. */
export interface Revision {
  readonly kind: EntryKind;
  readonly name: string;
  readonly field: string;
  readonly before?: FactValue | undefined;
  readonly after?: FactValue | undefined;
}

export interface ReviseRequest {
  /** "scene": the summary of one. */
  readonly kind: "scene" | DocumentKind;
  readonly text: string;
  readonly changes: readonly Revision[];
  /** Everyone the text may speak of. */
  readonly people: readonly string[];
  readonly film: FilmContext;
  /** Lines as for writing. Bounded. */
  readonly bible: readonly string[];
}

export interface SummariseRequest {
  /** The scene's own fields, its name among them, without the summary it may have. */
  readonly scene: ItemFields;
  /** Those in it, with what is known of them. Bounded. */
  readonly people: readonly ItemFields[];
  /** What was said of it, in the speakers' words. Bounded. */
  readonly said: readonly string[];
  /** How it should be. */
  readonly brief: string;
  readonly film: FilmContext;
}

export interface TalkRequest {
  readonly text: string;
  readonly film: FilmContext;
  readonly bible: readonly string[];
  /** Earlier lines of the session, oldest first. Bounded. */
  readonly history: readonly { readonly role: "person" | "backlot"; readonly text: string }[];
  /** What the workflow allows next; the model may pick and reword, never add. */
  readonly offers: readonly Offer[];
}

export interface Talk {
  readonly text: string;
  readonly offers: readonly Offer[];
}

export interface WordRequest {
  readonly film: FilmContext;
  /** In the order they are shown; what they do is not for the model to say. */
  readonly offers: readonly {
    readonly id: string;
    readonly label: string;
    readonly description: string;
  }[];
}

/** An offer in other words. */
export interface Worded {
  readonly id: string;
  readonly label: string;
  readonly description: string;
}

export interface ModelRun {
  readonly signal: AbortSignal;
  /** Called with the whole text so far while it is written. */
  readonly onText?: (text: string) => void;
  /** Called with a sentence for the person when the answer comes from elsewhere than asked: the offline engine for a model that is away. */
  readonly onNotice?: (text: string) => void;
  /** Called for every answer of a language model with the tokens it counted, also when the answer is of no use. */
  readonly onUsage?: (usage: { readonly input: number; readonly output: number }) => void;
  /**
   * Nobody waits for the answer and the caller tries again later. A provider that asks to be left alone is then a
   * RateLimitedError at once, before the call too while its time lasts, and what may work later is thrown, not stood in for.
   */
  readonly background?: boolean;
}

/** Reads and writes. The offline engine and any language model answer the same calls. Output is validated before it is answered. */
export interface Model {
  readonly info: { readonly name: string; readonly offline: boolean };
  read(request: ReadRequest, run: ModelRun): Promise<Reading>;
  draft(request: DraftRequest, run: ModelRun): Promise<ItemFields>;
  write(request: WriteRequest, run: ModelRun): Promise<string>;
  /** The text with what changed brought up to date and all else as it was: the same text when nothing in it tells of that. */
  revise(request: ReviseRequest, run: ModelRun): Promise<string>;
  talk(request: TalkRequest, run: ModelRun): Promise<Talk>;
  /**
   * Tells a scene in a few sentences in the present tense, from what is known of it and nothing else: its place, who is in
   * it, a prop or words about it are there. Missing where nothing writes summaries.
   */
  summarise?(request: SummariseRequest, run: ModelRun): Promise<string>;
  /**
   * Words offers for this film: the same ones, each at most once, with a label of at most 80 characters and a description
   * of at most 120. One call, never a second. Missing where no language model words anything.
   */
  word?(request: WordRequest, run: ModelRun): Promise<readonly Worded[]>;
  /** Throws when the provider is away. */
  ping(signal: AbortSignal): Promise<void>;
}
