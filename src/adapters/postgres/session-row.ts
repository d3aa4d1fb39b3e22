import type { Place, Session } from "../../domain/session.ts";
import { storable } from "./storable.ts";

/** A session as `backlot.put_sessions` reads it. */
export function sessionRow(session: Session) {
  return {
    id: session.id,
    project_id: session.project_id,
    workspace_id: session.workspace_id,
    ...placeColumns(session.place),
    status: session.status,
    created_by: session.created_by,
    last_at: session.last_message_at ?? session.created_at,
    doc: session,
  };
}

/** No thread is stored as an empty one, so that a unique index sees two of them as equal. */
export function placeColumns(place: Place) {
  return {
    platform: place.platform,
    place_workspace: storable(place.workspace),
    channel: storable(place.channel),
    thread: storable(place.thread ?? ""),
  };
}
