import { createHash } from "node:crypto";
import type { BoundCommand } from "../../chat/command.ts";
import { parseCommandLine } from "../../chat/command-line.ts";
import type { InboundEvent, Person } from "../../chat/inbound-event.ts";
import { UserError } from "../../domain/errors.ts";
import type { StoredFile } from "../../domain/message.ts";
import type { Session } from "../../domain/session.ts";
import type { Clock } from "../../ports/clock.ts";
import { LOCAL_WORKSPACE } from "./security/caller.ts";

interface Base {
  readonly person: Person;
  readonly session: Session;
  readonly clock: Clock;
}

/** What somebody says. The person's own id for it makes a second delivery the same event. */
export function messageEvent(
  base: Base,
  said: { text: string; message_id: string; files?: readonly StoredFile[] },
  commands: readonly BoundCommand[],
): InboundEvent {
  const shared = {
    ...common(base),
    id: messageEventId(base, said.message_id),
    text: said.text,
    platform_id: said.message_id,
  };
  if (said.files !== undefined) return { ...shared, type: "message", files: [...said.files] };
  const parsed = parsedCommand(said.text, commands);
  return parsed === undefined ? { ...shared, type: "message" } : { ...shared, type: "command", ...parsed };
}

/** One person's press of one choice: sent twice, it is pressed once. What others press is theirs. */
export const choiceEvent = (base: Base, choiceId: string): InboundEvent => ({
  ...common(base),
  type: "choice",
  id: `web:choice:${base.session.id}:${choiceId}:${encodeURIComponent(base.person.id)}`,
  choice_id: choiceId,
});

/** Sent twice with the same values, a form acts once; with others it is a new try. */
export function formEvent(
  base: Base,
  formId: string,
  values: Readonly<Record<string, string>>,
): InboundEvent {
  const sorted = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  const digest = createHash("sha256").update(JSON.stringify(sorted)).digest("hex").slice(0, 16);
  const id = `web:form:${base.session.id}:${formId}:${digest}`;
  return { ...common(base), type: "form", id, form_id: formId, values: { ...values } };
}

/** A command given by a call of its own rather than by words. `text` is what the record shows. */
export const commandEvent = (
  base: Base,
  given: { command: string; options: Record<string, unknown>; text: string; key: string },
): InboundEvent => ({
  ...common(base),
  type: "command",
  id: `web:command:${base.session.id}:${given.key}`,
  command: given.command,
  options: given.options,
  text: given.text,
});

const common = ({ person, session, clock }: Base) => ({
  person,
  place: session.place,
  at: clock.now().toISOString(),
});

/** The same user id may exist in two workspaces, and is no key by itself. Encoding keeps the parts apart. */
function messageEventId({ person, session }: Base, messageId: string): string {
  const { workspace } = session.place;
  const tenant = workspace === LOCAL_WORKSPACE ? "" : `${encodeURIComponent(workspace)}/`;
  return `web:message:${tenant}${encodeURIComponent(person.id)}:${encodeURIComponent(messageId)}`;
}

/** A command nobody knows is refused by the turn, like one with wrong options: so the record has both. */
function parsedCommand(text: string, commands: readonly BoundCommand[]) {
  if (!text.trimStart().startsWith("/")) return undefined;
  try {
    const { command, options } = parseCommandLine(text, commands);
    return { command: command.name, options };
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
