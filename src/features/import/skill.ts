import type { Skill } from "../../chat/skill.ts";
import type { Turn } from "../../chat/turn.ts";
import { pluralOf } from "../../domain/bible/kind-words.ts";
import { kindsOf } from "../../domain/bible/schema-words.ts";
import { schemaOf } from "../../domain/project.ts";
import { announcesFiles, type ImportSource, sourceInText, tellBroken } from "./import-source.ts";
import type { Imports } from "./imports.ts";
import { tellUnknown } from "./unknown-table.ts";

/**
 * Takes rows that people paste into a message: tables, CSV, JSON, lists of entries. Ordinary talk is left to the
 * others, and whoever hands over rows gets a preview alone.
 */
export function createImportSkill(imports: Imports): Skill {
  // A claimed message is run next: what was found in it is not looked for twice.
  const found = new WeakMap<Turn, ImportSource>();
  return {
    name: "import",
    unread: true,
    claims: (turn) => {
      const text = turn.message?.text ?? "";
      const source = sourceInText(text, schemaOf(turn.project));
      if (source.tables.length > 0) found.set(turn, source);
      return (
        source.tables.length > 0 ||
        tellBroken(text) !== undefined ||
        unknownIn(turn, text) !== undefined ||
        announcesFiles({ text, files: filesOf(turn) }, schemaOf(turn.project))
      );
    },
    run: async (turn) => {
      const source = found.get(turn);
      if (source) return imports.preview(turn, source);
      const broken = tellBroken(turn.message?.text ?? "");
      const told = broken ?? unknownIn(turn, turn.message?.text ?? "");
      if (told !== undefined) return { blocks: [{ type: "text", text: told }] };
      const files = filesOf(turn);
      const names = files.map((file) => `**${file.name}**`).join(", ");
      const text = `I found no rows of characters, scenes or locations in ${names}. A first line that names the columns helps, like “Name, Age, Job”.`;
      return (await imports.files(turn, files)) ?? { blocks: [{ type: "text", text }] };
    },
  };
}

/** A command has words of its own for rows it cannot take. */
const unknownIn = ({ project }: Turn, text: string): string | undefined => {
  const own = schemaOf(project);
  const kinds = kindsOf(own).filter((kind) => kind !== "relationship");
  return text.trimStart().startsWith("/")
    ? undefined
    : tellUnknown(
        text,
        kinds.map((kind) => pluralOf(kind, own)),
      );
};

const filesOf = ({ event }: Turn) => (event.type === "message" ? (event.files ?? []) : []);
