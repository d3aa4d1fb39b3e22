import multipart from "@fastify/multipart";
import type { InboundEvent } from "../../../chat/inbound-event.ts";
import type { StoredFile } from "../../../domain/message.ts";
import type { WebApp } from "../app.ts";
import type { WebDeps } from "../deps.ts";
import { messageEvent } from "../events.ts";
import { checkTextIfAny } from "../message-text.ts";
import { refusals } from "../schemas/error.ts";
import { RunningUpload, UploadAnswer, UploadBody } from "../schemas/turn.ts";
import { type Caller, personOf } from "../security/caller.ts";
import { awaitTurn, submit } from "../submit.ts";
import { sessionFor } from "../talk.ts";
import { removeFile, writeRecord } from "../uploads/file-record.ts";
import { readUpload, type Upload } from "../uploads/read-upload.ts";
import { turnAnswer } from "../views/turn-answer.ts";

export async function uploadRoutes(app: WebApp, deps: WebDeps): Promise<void> {
  await app.register(multipart, { throwFileSizeLimit: false });
  app.post(
    "/api/v1/chat/upload",
    {
      schema: {
        tags: ["talk"],
        summary: "Say something with files",
        consumes: ["multipart/form-data"],
        body: UploadBody,
        response: { ...refusals(400, 404, 409, 413, 415), 200: UploadAnswer, 202: RunningUpload },
      },
      // The body is a stream that the handler reads and checks part by part; the schema above describes it.
      validatorCompiler: () => () => true,
    },
    async (request, reply) => {
      const upload = await readUpload(deps, request);
      const { event, turn_id, session_id, files } = await keep(deps, request.caller, upload);
      const view = await awaitTurn(deps, event);
      if (view === undefined) return reply.code(202).send({ turn_id, session_id, status: "running", files });
      return reply.code(200).send({ ...(await turnAnswer(deps.stores.operations, view, event)), files });
    },
  );
}

/** Hands the files over with their message. What is refused, or came before, leaves no file behind. */
async function keep(deps: WebDeps, caller: Caller, upload: Upload) {
  try {
    const event = await eventOf(deps, caller, upload);
    const submitted = await submit(deps, event);
    if (!submitted.duplicate) return { event, ...submitted, files: [...upload.files] };
    await forget(deps, upload.files);
    return { event, ...submitted, files: await filesOfFirst(deps, event.id) };
  } catch (error) {
    await forget(deps, upload.files);
    throw error;
  }
}

async function eventOf(deps: WebDeps, caller: Caller, { fields, files }: Upload): Promise<InboundEvent> {
  const person = personOf(caller, fields);
  const text = fields.message ?? "";
  checkTextIfAny(text);
  const session = await sessionFor(deps, caller, person, fields.session_id);
  const kept = { workspace_id: session.workspace_id, by: person.id, at: deps.clock.now().toISOString() };
  await Promise.all(files.map((file) => writeRecord(deps.blobs, { ...file, ...kept })));
  const message_id = fields.message_id ?? deps.ids.next("message");
  return messageEvent({ person, session, clock: deps.clock }, { text, message_id, files }, deps.commands);
}

async function filesOfFirst(deps: WebDeps, eventId: string): Promise<StoredFile[]> {
  const first = (await deps.stores.inbox.find(eventId))?.event;
  return first?.type === "message" ? (first.files ?? []) : [];
}

async function forget({ blobs }: WebDeps, files: readonly StoredFile[]): Promise<void> {
  await Promise.allSettled(files.map(({ id }) => removeFile(blobs, id)));
}
