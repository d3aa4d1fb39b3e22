import { fieldWords, kindLabel, pluralOf } from "../../domain/bible/kind-words.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import { isCounted } from "../../domain/operation.ts";
import type { Hook, Need } from "../../domain/workflow/definition.ts";
import { wordList } from "../../lib/word-list.ts";

const NOTHING = "–";

/** "2 confirmed characters (role: lead) and a synopsis of 150 words". */
export const needsWords = (needs: readonly Need[], own: ProjectSchema): string =>
  listed(needs.map((need) => needWords(need, own)));

function needWords(need: Need, own: ProjectSchema): string {
  switch (need.type) {
    case "document":
      return need.words === undefined ? need.document : `${need.document} of ${need.words} words`;
    case "count": {
      const things = need.count === 1 ? kindLabel(need.kind, own) : pluralOf(need.kind, own);
      const which = need.where
        ? ` (${fieldWords(need.where.field, need.kind, own)}: ${need.where.value})`
        : "";
      return `${need.count} ${need.confirmed ? "confirmed " : ""}${things}${which}`;
    }
    case "filled":
      return `${need.percent} % of what every ${kindLabel(need.kind, own)} needs filled in`;
    case "evidence":
      return `${need.percent} % of what is known of ${pluralOf(need.kind, own)} proven`;
  }
}

/** "a message here, a call of https://example.com/hook". */
export const hooksWords = (hooks: readonly Hook[], own: ProjectSchema): string =>
  listed(hooks.map((hook) => hookWords(hook, own)));

function hookWords(hook: Hook, own: ProjectSchema): string {
  switch (hook.type) {
    case "notify":
      return `the message “${hook.text}” ${hook.channel === "here" ? "here" : `in ${hook.channel}`}`;
    case "webhook":
      return `a call of ${hook.url}`;
    case "sheets":
      return `sheets of the ${pluralOf(hook.kind as EntryKind, own)}`;
    case "bulk":
      return `${bulkWords(hook)}${hook.brief === "" ? "" : ` (${hook.brief})`}`;
  }
}

/** "5 new scenes", "all summaries anew", "the summaries that are missing, at most 5". */
function bulkWords({ kind, count, selection }: Hook & { readonly type: "bulk" }): string {
  if (isCounted(kind)) return `${count} new ${kind}`;
  const what = selection === "all" ? `all ${kind} anew` : `the ${kind} that are missing`;
  return count === undefined ? what : `${what}, at most ${count}`;
}

export const listed = (words: readonly string[]): string => (words.length === 0 ? NOTHING : wordList(words));
