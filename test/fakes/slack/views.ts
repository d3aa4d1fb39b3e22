import { type Arguments, type Method, no, ok, type Result } from "./answers.ts";
import { brokenView } from "./rules.ts";
import type { View, Workspace } from "./workspace.ts";

/** https://docs.slack.dev/surfaces/modals#adding_views: a stack holds three. */
const MAX_STACK = 3;

/** What a view has whoever opens it leaves out: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
const UNSAID = {
  callback_id: "",
  private_metadata: "",
  state: { values: {} },
  close: null,
  submit: null,
  clear_on_close: false,
  notify_on_close: false,
  app_id: "A0BACKLOT",
  bot_id: "B0BACKLOT",
};

export const VIEW_METHODS: Readonly<Record<string, Method>> = {
  "views.open": ({ workspace }, given) => begin(workspace, given, () => undefined),
  "views.push": ({ workspace }, given) =>
    begin(workspace, given, (below) => {
      if (!below) return no("no_view_to_push");
      return depth(workspace, below) >= MAX_STACK ? no("push_limit_reached") : undefined;
    }),
  "views.update": ({ workspace }, { view_id = "", external_id, hash, view = "{}" }) => {
    const index = workspace.views.findIndex(
      (one) => one.id === view_id || (external_id !== undefined && one.external_id === external_id),
    );
    const known = workspace.views[index];
    if (!known) return no("not_found");
    if (hash !== undefined && hash !== known.hash) return no("hash_conflict");
    const { id, trigger_id, previous_view_id } = known;
    const { team_id, root_view_id } = known;
    const now = { ...UNSAID, ...JSON.parse(view), id, team_id, trigger_id, previous_view_id, root_view_id };
    return keep(workspace, now, index);
  },
};

/** A trigger works once, for three seconds: https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses */
function begin(
  workspace: Workspace,
  { trigger_id = "", view = "{}" }: Arguments,
  refusal: (below: View | undefined) => Result | undefined,
): Result {
  const trigger = workspace.triggers.get(trigger_id);
  if (trigger === undefined) return no("invalid_trigger_id");
  if (workspace.usedTriggers.has(trigger_id)) return no("exchanged_trigger_id");
  if (performance.now() > trigger) return no("expired_trigger_id");
  const below = workspace.views.find(({ id }) => id === workspace.triggerViews.get(trigger_id));
  const refused = refusal(below);
  if (refused) return refused;
  const opened = {
    ...UNSAID,
    ...JSON.parse(view),
    id: workspace.nextId("V"),
    team_id: workspace.teamId,
    trigger_id,
    previous_view_id: below?.id ?? null,
    root_view_id: null,
  };
  const kept = keep(workspace, opened, workspace.views.length);
  if (kept.ok) workspace.usedTriggers.add(trigger_id);
  return kept;
}

function keep(workspace: Workspace, view: View, index: number): Result {
  const broken = brokenView(view);
  if (broken.length > 0) return no("invalid_arguments", { response_metadata: { messages: broken } });
  workspace.views[index] = { ...view, hash: workspace.nextId("hash.") };
  return ok({ view: workspace.views[index] });
}

function depth(workspace: Workspace, view: View): number {
  const below = workspace.views.find(({ id }) => id === view.previous_view_id);
  return 1 + (below ? depth(workspace, below) : 0);
}
