import { type Document, isAlias, isCollection, isMap, isPair, isScalar, visit, type YAMLMap } from "yaml";
import { shown } from "./did-you-mean.ts";
import { NO_ANCHOR, NO_TAGS, TOO_DEEP, TOO_MANY_ALIASES } from "./flaw-words.ts";

/** How often anchors may be repeated, what they hold counted in. */
export const MAX_ALIASES = 50;
/** A definition needs 7 levels; what is far deeper is no definition. */
const MAX_DEPTH = 24;

/** What YAML allows and a definition has no use for, by its place in the text. */
export function strangeNodes(document: Document.Parsed): [offset: number, message: string][] {
  const found: [number, string][] = [];
  let aliases = 0;
  if (document.directives.yaml.explicit)
    found.push([0, "Lines that begin with “%” are not used here; remove them."]);
  visit(document, (_key, node, path) => {
    if (isPair(node)) {
      if (isScalar(node.key) && node.key.value === "__proto__")
        found.push([node.key.range?.[0] ?? 0, "“__proto__” cannot be a key; remove it."]);
    } else if (isAlias(node)) {
      aliases += 1;
      if (aliases === MAX_ALIASES) {
        found.push([node.range?.[0] ?? 0, TOO_MANY_ALIASES]);
        return visit.BREAK;
      }
      if (!node.resolve(document)) found.push([node.range?.[0] ?? 0, NO_ANCHOR]);
    } else if ((isScalar(node) || isCollection(node)) && node.tag !== undefined) {
      found.push([node.range?.[0] ?? 0, NO_TAGS]);
    }
    if (isMap(node)) found.push(...twice(node));
    if (path.length <= MAX_DEPTH * 2) return undefined;
    found.push([path.findLast(isCollection)?.range?.[0] ?? 0, TOO_DEEP]);
    return visit.BREAK;
  });
  return found;
}

/** Where the first alias stands; undefined without one. */
export function firstAlias(document: Document.Parsed): number | undefined {
  let at: number | undefined;
  visit(document, {
    Alias: (_key, node) => {
      at = node.range?.[0];
      return visit.BREAK;
    },
  });
  return at;
}

/** The keys of a map that stand in it before. */
function twice({ items }: YAMLMap): [offset: number, message: string][] {
  const seen = new Set<unknown>();
  return items.flatMap(({ key }): [number, string][] => {
    if (!isScalar(key)) return [];
    const known = seen.has(key.value);
    seen.add(key.value);
    const message = `“${shown(String(key.value))}” stands twice in the same place; keep one of them.`;
    return known ? [[key.range?.[0] ?? 0, message]] : [];
  });
}
