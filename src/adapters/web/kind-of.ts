import { countOf, EntryKind } from "../../domain/bible/kinds.ts";
import { kindsOf, resolveKind } from "../../domain/bible/schema-words.ts";
import { UserError } from "../../domain/errors.ts";
import { type Project, schemaOf } from "../../domain/project.ts";
import type { WebDeps } from "./deps.ts";

/** The kind that a query names; one the film has given up counts while entries of it are left. Throws UserError for any other. */
export async function kindOf(deps: WebDeps, project: Project, word: string): Promise<EntryKind> {
  const own = schemaOf(project);
  const kind = resolveKind(word, own);
  if (kind !== undefined) return kind;
  const counts = await deps.stores.projects.counts(project.id);
  const left = EntryKind.safeParse(word);
  if (left.success && countOf(counts, left.data) > 0) return left.data;
  throw new UserError(
    "invalid",
    `This film has no kind ${word.slice(0, 40)}.`,
    `Its kinds are ${kindsOf(own).join(", ")}.`,
  );
}
