import type { ProjectSchema } from "../../../domain/bible/project-schema.ts";
import type { Hook } from "../../../domain/workflow/definition.ts";
import { below, type Report } from "./problem.ts";
import { kindOf } from "./words.ts";
import type { HookLine } from "./workflow-file.ts";

/** What completing a step sets off. */
export const hooksOf = (lines: readonly HookLine[], schema: ProjectSchema, report: Report): Hook[] =>
  lines.flatMap((line, index) => hookOf(line, schema, below(report, index)) ?? []);

function hookOf(line: HookLine, schema: ProjectSchema, report: Report): Hook | undefined {
  if ("notify" in line) return { type: "notify", channel: line.notify, text: line.text };
  if ("webhook" in line) return { type: "webhook", url: line.webhook };
  if ("bulk" in line) return bulkOf(line);
  const kind = kindOf(line.sheets, schema, below(report, "sheets"));
  return kind && { type: "sheets", kind };
}

const bulkOf = ({ bulk, count, of, brief }: Extract<HookLine, { bulk: unknown }>): Hook => ({
  type: "bulk",
  kind: bulk,
  ...(count === undefined ? {} : { count }),
  ...(of === undefined ? {} : { selection: of }),
  brief,
});
