import type { ProjectSchema } from "../../../domain/bible/project-schema.ts";
import type { Need } from "../../../domain/workflow/definition.ts";
import { below, type Report } from "./problem.ts";
import { documentOf, kindOf, whereOf } from "./words.ts";
import type { NeedLine } from "./workflow-file.ts";

/** What a step or a gate needs; lines whose words mean nothing are reported and left out. */
export const needsOf = (lines: readonly NeedLine[], schema: ProjectSchema, report: Report): Need[] =>
  lines.flatMap((line, index) => needOf(line, schema, below(report, index)) ?? []);

function needOf(line: NeedLine, schema: ProjectSchema, report: Report): Need | undefined {
  if ("document" in line) {
    const document = documentOf(line.document, below(report, "document"));
    return document && { type: "document", document, ...(line.words ? { words: line.words } : {}) };
  }
  if ("filled" in line) {
    const kind = kindOf(line.filled, schema, below(report, "filled"));
    return kind && { type: "filled", kind, percent: line.percent };
  }
  if ("evidence" in line) {
    const kind = kindOf(line.evidence, schema, below(report, "evidence"));
    return kind && { type: "evidence", kind, percent: line.percent };
  }
  const kind = kindOf(line.entries, schema, below(report, "entries"));
  if (!kind) return undefined;
  const where = line.where && whereOf(kind, line.where, below(report, "where"));
  return {
    type: "count",
    kind,
    count: line.at_least,
    ...(line.confirmed ? { confirmed: true } : {}),
    ...(where ? { where } : {}),
  };
}
