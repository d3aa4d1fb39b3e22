import { firstUpper, kindLabel } from "../../domain/bible/kind-words.ts";
import { EntryKind } from "../../domain/bible/kinds.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import type { HookRun } from "../../domain/workflow/hook-run.ts";

/** What a run is called within a sentence: "the webhook for Characters". Never an address: its query may hold a key. */
export function nameOf({ hook, step_name }: HookRun, own?: ProjectSchema): string {
  switch (hook.type) {
    case "webhook":
      return `the webhook for ${step_name}`;
    case "notify":
      return `the note for ${step_name}`;
    case "sheets":
      return `the ${kindLabel(EntryKind.parse(hook.kind), own)} sheets`;
    case "bulk":
      return `the ${hook.count === undefined ? "" : `${hook.count} `}${hook.kind} for ${step_name}`;
  }
}

/** How a run stands, as one line for people; undefined for what they see anyway or what has not ended. */
export function lineOf(run: HookRun, own?: ProjectSchema): string | undefined {
  const name = firstUpper(nameOf(run, own));
  switch (run.status) {
    case "done":
      return doneLine(run, name);
    case "failed":
      return `${name} ${failedWords(run)}: ${run.error ?? "nothing says why"}.`;
    default:
      return run.round > 0 ? `${name} ${isOrAre(run)} being tried again.` : undefined;
  }
}

function doneLine({ hook, step_name }: HookRun, name: string): string | undefined {
  switch (hook.type) {
    case "sheets":
      return `${name} are ready.`;
    case "webhook":
      return `${name} was called.`;
    case "notify":
      return hook.channel === "here" ? undefined : `The other channel was told about ${step_name}.`;
    case "bulk":
      return undefined;
  }
}

function failedWords({ hook, attempts }: HookRun): string {
  const tries = attempts > 1 ? ` after ${attempts} tries` : "";
  switch (hook.type) {
    case "webhook":
      return `could not be reached${tries}`;
    case "notify":
      return `could not be posted${tries}`;
    case "sheets":
      return `could not be made${tries}`;
    case "bulk":
      return `could not be started${tries}`;
  }
}

const isOrAre = ({ hook }: HookRun): string =>
  hook.type === "sheets" || hook.type === "bulk" ? "are" : "is";
