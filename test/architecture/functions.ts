import { parseSync, Visitor } from "oxc-parser";
import type { SourceFile } from "./source-files.ts";

/** Functions with more than `max` lines that are not blank, as "file:line is N lines". */
export function longFunctions(file: SourceFile, max: number): string[] {
  const { program } = parseSync(file.path, file.text);
  const long: string[] = [];
  const measure = (node: { start: number; end: number }) => {
    const lines = file.text
      .slice(node.start, node.end)
      .split("\n")
      .filter((line) => line.trim() !== "").length;
    if (lines <= max) return;
    const at = file.text.slice(0, node.start).split("\n").length;
    long.push(`${file.path}:${at} is ${lines} lines`);
  };
  new Visitor({
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(program);
  return long;
}
