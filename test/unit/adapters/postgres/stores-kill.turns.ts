import type { Entry } from "../../../../src/domain/bible/entry.ts";
import { anEntry, creation, revision } from "../../../contract/bible-samples.ts";
import { aMessage, anEvent, anOperation, aProject, aRecord, aSession } from "../../../contract/samples.ts";

/** Both the killed process and the test name everything by the number of its turn. */
const project = aProject({ id: "prj_kill", workspace_id: "wsp_kill" });
const session = aSession(project, {
  id: "ses_kill",
  place: { platform: "web", workspace: "local", channel: "ses_kill" },
});
export const STAGE = { project, session };
/** An entry every turn writes anew. */
export const TALLY = "ent_tally";

/** The n-th turn. `tally` is that entry as it is stored; the first turn makes it. */
export function killedTurn(n: number, tally?: Entry) {
  const turn_id = `trn_${n}`;
  const ids = { id: `chg_${n}_tally`, turn_id };
  const person = (which: string) =>
    creation(session, anEntry(session, "character", `${which} ${n}`, {}, { id: `ent_${n}_${which}` }), {
      id: `chg_${n}_${which}`,
    });
  const counted = tally
    ? revision(session, tally, { name: `Tally ${n}` }, ids).change
    : creation(session, anEntry(session, "prop", `Tally ${n}`, {}, { id: TALLY }), ids);
  const operation = anOperation(session, 2, { id: `opn_${n}`, turn_id });
  const event = { ...anEvent(session), id: `web:message:${n}` };
  const reply = aMessage(session, { id: `msg_${n}_1` });
  const record = aRecord(session, {
    turn_id,
    event_id: event.id,
    reply,
    changes: [...["Ana", "Bo"].map(person).map((change) => ({ ...change, turn_id })), counted],
    operation: { operation, items: 2 },
    deliver: true,
  });
  return {
    event,
    link: { session_id: session.id, turn_id },
    said: aMessage(session, { id: `msg_${n}_0`, role: "person" }),
    record,
    operation,
    item: { ...person("Extra"), operation_id: operation.id },
  };
}
