import type { Change } from "../domain/bible/change.ts";
import type { DocumentChange, PaperKind } from "../domain/document-change.ts";

/** One line of a project's history. */
export type Logged =
  | { readonly type: "change"; readonly change: Change }
  | { readonly type: "document"; readonly change: DocumentChange };

/** How the papers of a project came to be what they are. Reading only: `TurnStore.commit` writes. */
export interface DocumentStore {
  change(id: string): Promise<DocumentChange | undefined>;
  ofTurn(turnId: string): Promise<readonly DocumentChange[]>;
  /** Newest first, before the change `before`. */
  history(
    filter: { project_id: string; document?: PaperKind },
    limit: number,
    before?: string,
  ): Promise<readonly DocumentChange[]>;
  /** Changes of the bible and of the documents in the order in which they were written, newest first, before `before` of either. */
  log(
    filter: { project_id: string; by?: string },
    limit: number,
    before?: string,
  ): Promise<readonly Logged[]>;
}
