import type { Model, ModelRun } from "../../ports/model.ts";

/** The same model for work that can wait and is paid for by an operation: every call of it says so, and tells what it used. */
export function bulkModel(model: Model, onUsage: NonNullable<ModelRun["onUsage"]>): Model {
  const later = (run: ModelRun): ModelRun => ({ ...run, background: true, onUsage });
  const { summarise, word } = model;
  return {
    info: model.info,
    read: (request, run) => model.read(request, later(run)),
    draft: (request, run) => model.draft(request, later(run)),
    write: (request, run) => model.write(request, later(run)),
    revise: (request, run) => model.revise(request, later(run)),
    talk: (request, run) => model.talk(request, later(run)),
    ...(summarise ? { summarise: (request, run) => summarise(request, later(run)) } : {}),
    ...(word ? { word: (request, run) => word(request, later(run)) } : {}),
    ping: (signal) => model.ping(signal),
  };
}
