import type { Branch, DocumentKind } from "../../domain/project.ts";
import type { DocumentStore } from "../../ports/document-store.ts";

/** The documents of a branch as they were when they were put aside: the history of its turn holds them. */
export async function branchTexts(
  documents: Pick<DocumentStore, "ofTurn">,
  branch: Branch,
): Promise<Partial<Record<DocumentKind, string>>> {
  if (branch.documents.length === 0) return {};
  const changes = await documents.ofTurn(branch.turn_id);
  return Object.fromEntries(
    branch.documents.flatMap((document) => {
      const text = changes.find((change) => change.document === document)?.before;
      return text === undefined ? [] : [[document, text]];
    }),
  );
}
