import { isStop } from "../../../src/chat/stop.ts";
import type { Session } from "../../../src/domain/session.ts";
import type { Walked } from "./walk.ts";

/** By then whoever waits has given up. */
const LONGEST_MS = 2 * 3_600_000;
/** A paused one rests until somebody goes on with it. */
const ENDED = new Set(["completed", "failed", "cancelled", "paused"]);

/** What is wrong with where a walk ended, in words; nothing where all is as it must be. */
export async function faultsOf(walked: Walked): Promise<string[]> {
  const faults: string[] = [];
  if (!walked.quiet) faults.push("it never came to rest");
  await everyEventAnsweredOnce(walked, faults);
  everyoneHeard(walked, faults);
  choicesActOnce(walked, faults);
  for (const session of walked.sessions) {
    await inOrder(walked, session, faults);
    await repliesWhole(walked, session, faults);
  }
  await historyAddsUp(walked, faults);
  await bulkEnds(walked, faults);
  await nothingLeaks(walked, faults);
  return faults;
}

async function everyEventAnsweredOnce({ house, people }: Walked, faults: string[]): Promise<void> {
  const { told, takenBack } = people;
  for (const event of told.values()) {
    const stored = await house.stores.inbox.find(event.id);
    const turns = house.written.filter(({ event_id }) => event_id === event.id);
    const frees = turns.every(({ again }) => again);
    if (stored?.status === "pending") faults.push(`${event.id} (${event.type}) still waits`);
    if (!stored && !(frees && turns.length > 0)) faults.push(`${event.id} (${event.type}) is not stored`);
    if (turns.filter(({ again }) => !again).length > 1) faults.push(`${event.id} was answered twice`);
    const [answered] = turns;
    if (stored?.event.type === "message" && answered && answered.words !== stored.event.text)
      faults.push(`${event.id} says ${stored.event.text}, and ${answered.words} was answered`);
    if (turns.length === 0 && stored?.status === "done" && !takenBack.has(event.id))
      faults.push(`${event.id} (${event.type}) was never answered`);
  }
}

function everyoneHeard({ house, people: { takenBack } }: Walked, faults: string[]): void {
  for (const { life, event, heard } of house.asked) {
    if (life.dead || takenBack.has(event.id)) continue;
    if (!heard) faults.push(`who asked for ${event.id} (${event.type}) still waits`);
    else if (!heard.view) faults.push(`who asked for ${event.id} (${event.type}) heard nothing`);
  }
}

function choicesActOnce({ house }: Walked, faults: string[]): void {
  const pressed = house.written.flatMap((record) => record.pressed?.choice_id ?? []);
  for (const id of new Set(pressed))
    if (pressed.filter((other) => other === id).length > 1) faults.push(`choice ${id} acted twice`);
}

async function inOrder(
  { house, people: { told } }: Walked,
  session: Session,
  faults: string[],
): Promise<void> {
  const turns = house.written.filter((record) => record.session.id === session.id && !record.again);
  const seqs: { id: string; seq: number }[] = [];
  const order = await house.orderOf(session.id);
  for (const { event_id } of turns) {
    const event = told.get(event_id);
    if (event && isStop(event)) continue;
    if (event?.type === "choice" && event.choice_id.startsWith("film:")) continue;
    seqs.push({ id: event_id, seq: order.indexOf(event_id) });
  }
  for (const [at, { id, seq }] of seqs.entries())
    if (at > 0 && seq < (seqs[at - 1]?.seq ?? 0)) faults.push(`${id} was answered after what was said later`);
}

async function repliesWhole({ house, readers }: Walked, session: Session, faults: string[]): Promise<void> {
  const feed = await house.stores.messages.feed(session.id, 0, 10_000);
  const created = feed.flatMap(({ frame }) => (frame.type === "message.created" ? [frame.message.id] : []));
  for (const record of house.written.filter((one) => one.session.id === session.id && !one.private)) {
    const times = created.filter((id) => id === record.reply.id).length;
    if (times !== 1) faults.push(`the reply to ${record.event_id} is ${times} times in the feed`);
    if (!(await house.stores.messages.get(record.reply.id))) faults.push(`${record.reply.id} is not stored`);
    for (const { id } of record.choices)
      if (!(await house.stores.choices.get(id))) faults.push(`choice ${id} is shown and not stored`);
  }
  for (const { seen } of readers.filter((reader) => reader.session === session.id)) {
    const got = new Set(seen);
    for (const { seq } of feed)
      if (!got.has(seq)) faults.push(`a reader of ${session.id} missed frame ${seq}`);
    if (seen.some((seq, at) => at > 0 && seq <= (seen[at - 1] ?? 0)))
      faults.push(`a reader of ${session.id} saw frames twice or out of order`);
  }
}

/** Nobody goes on for ever waiting for what is over. */
async function nothingLeaks({ house }: Walked, faults: string[]): Promise<void> {
  house.clock.pass(LONGEST_MS);
  await house.lanes.settle();
  for (const { bus } of house.living) {
    const turns = [...bus.listening.keys()].filter((topic) => topic.startsWith("turn:"));
    for (const topic of turns) faults.push(`somebody still listens for ${topic}`);
  }
}

async function bulkEnds({ house }: Walked, faults: string[]): Promise<void> {
  for (const { operation } of house.written) {
    if (!operation) continue;
    const now = await house.stores.operations.get(operation.operation.id);
    if (!now || !ENDED.has(now.status)) faults.push(`operation ${now?.id} is ${now?.status}`);
  }
}

async function historyAddsUp({ house, sessions }: Walked, faults: string[]): Promise<void> {
  const projects = new Set(sessions.map(({ project_id }) => project_id));
  for (const project_id of projects) {
    const changes = [...(await house.stores.bible.history({ project_id }, 1_000))].reverse();
    const last = new Map<string, (typeof changes)[number]>();
    for (const change of changes) {
      const before = last.get(change.entry_id);
      if ((before?.after?.version ?? undefined) !== (change.before?.version ?? undefined))
        faults.push(`${change.entry_id}: ${change.id} does not follow what was there`);
      if (before && JSON.stringify(before.after) !== JSON.stringify(change.before))
        faults.push(`${change.entry_id}: ${change.id} begins from something else`);
      last.set(change.entry_id, change);
    }
    for (const [id, change] of last) {
      const [entry] = await house.stores.bible.get([id]);
      if (JSON.stringify(entry) !== JSON.stringify(change.after))
        faults.push(`${id} is not what its changes say`);
    }
  }
}
