import type { Block } from "../../../chat/reply.ts";
import type { Change } from "../../../domain/bible/change.ts";
import type { EntryKind } from "../../../domain/bible/kinds.ts";
import type { StaleWrite } from "../../../domain/bible/stale.ts";
import type { UserError } from "../../../domain/errors.ts";
import type { Operation, OperationItem, OperationType, Selection } from "../../../domain/operation.ts";
import type { Project } from "../../../domain/project.ts";
import type { Film } from "../../../domain/workflow/film.ts";
import type { ModelRun } from "../../../ports/model.ts";
import type { Unwritten } from "../../../ports/operation-store.ts";
import type { BulkParts } from "../parts.ts";

/** What a progress message may show. */
export type ShownBlock = Exclude<Block, { type: "form" }>;

/** One sort of bulk work: what it is called, which items a request comes to, and how one item is done. */
export interface BulkKind {
  readonly type: OperationType;
  /** One of what it makes: "character". */
  readonly one: string;
  /** Other words people have for it. */
  readonly words: readonly string[];
  /** The kind of entry it makes, whose gate in the workflow it passes. Absent where it works on what there is. */
  readonly gate?: EntryKind;
  /** Whether it takes a number; otherwise it is about what there is, and a number only bounds it. */
  readonly counted: boolean;
  /** Whether each item is about something there is, its target. */
  readonly targeted: boolean;
  /** Whether it writes to the bible, so that there is something to undo. */
  readonly writes: boolean;
  /** A command that works, for refusals. */
  readonly example: string;
  /** "8 of 10 characters were made". */
  readonly past: string;
  /** How the end reads when all went well: "10 characters are in the bible as drafts". */
  done(count: number): string;
  plan(parts: BulkParts, request: BulkRequest): Promise<BulkPlan>;
  /** Reads what all items of an operation share, once per process. */
  begin(parts: BulkParts, work: BulkWork): Promise<ItemMaker>;
  /** What is shown with the end beside the progress. Called again when a process dies before it was shown: the same again. */
  finish?(parts: BulkParts, operation: Operation): Promise<readonly ShownBlock[]>;
}

export interface BulkRequest {
  readonly film: Film;
  readonly count?: number | undefined;
  readonly selection?: Selection | undefined;
  readonly brief: string;
  readonly seed: number;
}

/** What a request comes to. `targets`: what each item is about. `note`: what people should know before it begins. */
export type BulkPlan =
  | {
      readonly ok: true;
      readonly total: number;
      readonly targets?: readonly string[];
      readonly note?: string;
    }
  | { readonly ok: false; readonly reason: UserError };

export interface BulkWork {
  readonly operation: Operation;
  readonly project: Project;
}

/** `attempt` grows when somebody else wrote first: another name is drawn then, or the target is read again. */
export interface ItemTry extends Pick<OperationItem, "index" | "target" | "input"> {
  readonly attempt: number;
}

export interface Made {
  readonly name: string;
  readonly result: Change | Unwritten;
  readonly stale?: StaleWrite;
}

export interface ItemMaker {
  /** Decides one item and writes nothing. Throws a UserError for an item that cannot be done, in plain words. */
  make(item: ItemTry, run: ModelRun): Promise<Made>;
  /** What was made is in use now: it was stored, or somebody else has the name. */
  settled?(made: Made): void;
}
