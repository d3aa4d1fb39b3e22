/** Every id is `<prefix>_<sortable tail>`; the prefix tells a reader of a log, or a route, what it names. */
export const ID_PREFIXES = {
  workspace: "wsp",
  project: "prj",
  session: "ses",
  event: "evt",
  turn: "trn",
  message: "msg",
  entry: "ent",
  change: "chg",
  choice: "cho",
  form: "frm",
  point: "pnt",
  operation: "opn",
  file: "fil",
  branch: "brn",
} as const;

export type IdKind = keyof typeof ID_PREFIXES;
