import type { FilmContext } from "../../ports/model.ts";
import { asData } from "./as-data.ts";

const MAX_DOCUMENT_CHARS = 4_000;
const MAX_BIBLE_CHARS = 8_000;

/** The film as a model is shown it: title, papers so far, lines of the bible. */
export function filmLines(film: FilmContext, bible: readonly string[] = []): string {
  const papers = Object.entries(film.documents).map(([kind, text]) =>
    asData(kind, text.slice(0, MAX_DOCUMENT_CHARS)),
  );
  const lines = bible.join("\n").slice(0, MAX_BIBLE_CHARS);
  return [asData("title", film.title), ...papers, ...(lines === "" ? [] : [asData("bible", lines)])].join(
    "\n",
  );
}
