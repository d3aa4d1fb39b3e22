import { nameKey } from "../../lib/name-keys.ts";
import { type BuiltInKind, ENTRY_KINDS, type EntryKind } from "../bible/kinds.ts";
import type { ProjectSchema } from "../bible/project-schema.ts";

const BUILT_IN: Readonly<Record<BuiltInKind, string>> = {
  character:
    "character|characters|cast|cast list|people|persons|roles|dramatis personae|figuren|personajes|personnages",
  scene: "scene|scenes|slugs|sluglines|scene list|scene breakdown|szenen|escenas",
  location: "location|locations|places|sets|settings|drehorte",
  relationship: "relationship|relationships|relations|ties",
  prop: "prop|props|objects",
};

const WORDS = new Map<EntryKind, readonly string[]>(
  ENTRY_KINDS.map((kind) => [kind, BUILT_IN[kind].split("|")]),
);

/** What a kind is called, the project's own words among them, as keys. */
export function wordsOfKind(kind: EntryKind, schema: ProjectSchema): readonly string[] {
  const builtIn = WORDS.get(kind);
  if (builtIn) return builtIn;
  const own = schema.kinds.find((each) => each.name === kind);
  const words = own ? [own.name, own.label, own.plural, ...own.aliases].map(nameKey) : [];
  return [...new Set(words.flatMap((word) => [word, `${word}s`]))];
}

/** Every kind a project has, its own first: their words are the more particular ones. */
export const kindsOf = (schema: ProjectSchema): readonly EntryKind[] => [
  ...schema.kinds.map((kind) => kind.name),
  ...ENTRY_KINDS,
];

/** The kind whose word comes first in a phrase: "here's my cast list:" → character. */
export function kindSaid(phrase: string, schema: ProjectSchema): EntryKind | undefined {
  const words = ` ${nameKey(phrase)} `;
  let first: { readonly kind: EntryKind; readonly at: number } | undefined;
  for (const kind of kindsOf(schema)) {
    for (const word of wordsOfKind(kind, schema)) {
      const at = words.indexOf(` ${word} `);
      if (at >= 0 && (first === undefined || at < first.at)) first = { kind, at };
    }
  }
  return first?.kind;
}
