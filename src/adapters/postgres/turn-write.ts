import type { Frame } from "../../chat/frame.ts";
import type { TurnRecord } from "../../chat/turn-record.ts";
import { turnView } from "../../chat/turn-view.ts";
import type { Change } from "../../domain/bible/change.ts";
import type { Point } from "../../domain/points/point.ts";
import type { Session } from "../../domain/session.ts";
import { bibleWrite } from "./bible-write.ts";
import { sessionRow } from "./session-row.ts";

/** What `backlot.commit_turn` reads: one document with every row of a turn. Empty parts are left out. */
export function turnWrite(record: TurnRecord): Record<string, unknown> {
  const frames = record.frames.map((frame) => ({ session_id: feedOf(frame, record), frame }));
  return {
    turn_id: record.turn_id,
    event_id: record.event_id,
    view: turnView(record),
    ...(record.words === undefined ? {} : { words: record.words }),
    ...(record.new_project ? { new_project: record.new_project } : {}),
    ...(record.project ? { project: { ...record.project, version: record.project.version + 1 } } : {}),
    sessions: closedFirst([record.session, ...record.sessions]).map((session) => ({
      ...sessionRow(session),
      ...(record.touches && session === record.session ? { touch: true } : {}),
      ...(record.keeps && session === record.session ? { keep: true } : {}),
    })),
    ...part("bible", record.changes.length + record.undone.length, () =>
      bibleWrite(record.changes, record.undone),
    ),
    ...part("documents", record.documents?.length ?? 0, () => documentsWrite(record)),
    ...part("points", record.points.length, () => record.points.map(pointRow)),
    ...part("stale", staleSize(record), () => staleWrite(record)),
    reply: record.reply,
    ...part("updated_messages", record.updated_messages.length, () =>
      record.updated_messages.map((doc) => ({ id: doc.id, version: doc.version, doc })),
    ),
    ...part("choices", record.choices.length, () => record.choices),
    ...(record.private ? { private: true } : {}),
    ...(record.round ? { round: record.round } : {}),
    ...(record.pressed ? { pressed: record.pressed } : {}),
    ...part("forms", record.forms.length, () => record.forms),
    ...(record.operation ? { operation: record.operation.operation, items: record.operation.items } : {}),
    ...(record.operation?.targets ? { targets: record.operation.targets } : {}),
    ...(record.operation?.inputs ? { inputs: record.operation.inputs } : {}),
    ...(record.definition ? { definition: record.definition } : {}),
    ...(record.hooks ? { hooks: record.hooks } : {}),
    deliver: record.deliver,
    ...(record.again ? { again: true } : {}),
    ...part("frames", frames.length, () => frames),
    feeds: [...new Set(frames.map((frame) => frame.session_id))].sort(),
  };
}

const part = (name: string, size: number, rows: () => unknown) => (size > 0 ? { [name]: rows() } : {});

function pointRow(point: Point) {
  const doc = { ...point, version: point.version + 1 };
  const { id, project_id, session_id, version } = doc;
  return { id, project_id, session_id, open: point.state === "open", version, doc };
}

function documentsWrite({ documents = [], undone }: TurnRecord) {
  const rows = documents.map((doc) => {
    const { id, project_id, document, session_id, turn_id, undoes, redoes } = doc;
    return { id, project_id, document, session_id, turn_id, undoes, redoes, undone: doc.undone, doc };
  });
  return { rows, undone, redone: documents.flatMap((change) => change.redoes ?? []) };
}

const staleSize = ({ stale, changes, undone }: TurnRecord): number =>
  Object.values(stale ?? {}).reduce(
    (size, rows) => size + rows.length,
    undone.length + redone(changes).length,
  );

/** Parts that are empty are left out. `new`: what the turn makes or writes anew, which nothing of it puts out of date. */
function staleWrite({ stale, changes, undone }: TurnRecord) {
  const made = changes.filter((change) => change.before === null).map((change) => change.entry_id);
  const rewritten = stale?.rewritten.map((each) => each.dependant_id) ?? [];
  const parts = Object.entries({ ...stale, undone, redone: redone(changes) }).filter(
    ([, rows]) => rows.length > 0,
  );
  return { ...Object.fromEntries(parts), new: [...made, ...rewritten] };
}

const redone = (changes: readonly Change[]): string[] => changes.flatMap((change) => change.redoes ?? []);

/** A session that leaves its place is written before the one that takes it. */
const closedFirst = (sessions: readonly Session[]): Session[] =>
  [...sessions].sort((a, b) => Number(a.status === "open") - Number(b.status === "open"));

/** A message is told in its own session, which may be another one than the turn's. */
function feedOf(frame: Frame, record: TurnRecord): string {
  if (frame.type === "change") return record.session.id;
  return frame.type === "operation.progress" ? frame.operation.session_id : frame.message.session_id;
}
