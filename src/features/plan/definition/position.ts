import { type Document, isAlias, isCollection, isMap, isScalar, type Node, type Pair } from "yaml";
import type { Finding } from "./problem.ts";

/** Where in the text a finding points: at its value, or at what is nearest above it when the value is missing. */
export function positionOf(document: Document.Parsed, source: string, finding: Finding): number {
  let node = resolved(document.contents, document);
  let at = node?.range?.[0] ?? 0;
  for (const [index, segment] of finding.path.entries()) {
    const next = step(node, segment, document);
    if (!next) return at;
    if (finding.atKey && index === finding.path.length - 1) return next.keyAt ?? at;
    node = next.value;
    at = node?.range?.[0] ?? next.keyAt ?? at;
  }
  if (finding.offset === undefined || !isScalar(node)) return at;
  return at + inScalar(source, node.range, String(node.value), finding.offset);
}

interface Step {
  readonly value: Node | undefined;
  readonly keyAt?: number | undefined;
}

function step(node: Node | undefined, segment: PropertyKey, document: Document.Parsed): Step | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(segment)) as
      | Pair<Node, Node | null>
      | undefined;
    return pair && { value: resolved(pair.value, document), keyAt: pair.key.range?.[0] };
  }
  if (!isCollection(node)) return undefined;
  const value = resolved(node.get(segment, true) as Node | null | undefined, document);
  return value && { value };
}

const resolved = (node: Node | null | undefined, document: Document.Parsed): Node | undefined =>
  isAlias(node) ? node.resolve(document) : (node ?? undefined);

/** How far into a scalar's text, quotes counted in; 0 where the text is folded over lines or escaped. */
function inScalar(
  source: string,
  range: readonly [number, number, number] | null | undefined,
  value: string,
  offset: number,
): number {
  const within = range ? source.slice(range[0], range[1]).indexOf(value) : -1;
  return within < 0 ? 0 : within + offset;
}
