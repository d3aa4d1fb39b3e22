import { z } from "zod";
import { PublicChange } from "../../../chat/frame.ts";
import { Block } from "../../../chat/reply.ts";
import { Choice } from "../../../domain/choice.ts";
import { MAX_MESSAGE_CHARS, StoredFile } from "../../../domain/message.ts";
import { OperationAnswer } from "./operation.ts";
import { cleanLine, SentId } from "./text.ts";
import { Who } from "./who.ts";

const MessageId = cleanLine(200).describe("Your own id for the message: sent twice, it is said once.");

export const MessageBody = Who.extend({
  message: z
    .string()
    .meta({ minLength: 1, maxLength: MAX_MESSAGE_CHARS })
    .describe("What is said. A command when it begins with `/`."),
  session_id: SentId.optional().describe("Left out: the user's default session, made on first use."),
  message_id: MessageId.optional(),
});
export type MessageBody = z.infer<typeof MessageBody>;

export const ChoiceBody = Who.extend({ session_id: SentId, choice_id: SentId });
export type ChoiceBody = z.infer<typeof ChoiceBody>;

const FormValues = z.record(z.string().max(200), z.string().max(MAX_MESSAGE_CHARS));
export const FormBody = Who.extend({ session_id: SentId, form_id: SentId, values: FormValues });
export type FormBody = z.infer<typeof FormBody>;

const TurnError = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string().optional(),
  reference: z.string().optional(),
});

export const TurnAnswer = z
  .object({
    turn_id: z.string(),
    session_id: z.string(),
    project_id: z.string(),
    message_id: z.string(),
    private: z.literal(true).optional().describe("Only you are told; the session's record does not have it."),
    reply: z.object({ message_id: z.string(), text: z.string(), blocks: z.array(Block) }),
    changes: z.array(PublicChange),
    choices: z.array(Choice.omit({ action: true })),
    operation: OperationAnswer.optional(),
    error: TurnError.optional().describe("Why Backlot refused; the reply says the same."),
  })
  .meta({ id: "Turn" });
export type TurnAnswer = z.infer<typeof TurnAnswer>;

export const RunningTurn = z
  .object({ turn_id: z.string(), session_id: z.string(), status: z.literal("running") })
  .describe("It takes longer than 30 s. Its reply comes over the WebSocket, or with the session's messages.")
  .meta({ id: "RunningTurn" });
export type RunningTurn = z.infer<typeof RunningTurn>;

export const UploadAnswer = TurnAnswer.extend({ files: z.array(StoredFile) }).meta({ id: "UploadTurn" });
export const RunningUpload = RunningTurn.extend({ files: z.array(StoredFile) }).meta({ id: "RunningUpload" });

export const UploadBody = Who.extend({
  files: z
    .array(z.file())
    .describe("At most 10, 50 MB each: images, PDF, text, Fountain, FDX, CSV, JSON, XML, audio, DOCX, XLSX."),
  session_id: SentId.optional(),
  message: z.string().optional(),
  message_id: MessageId.optional(),
});

/** The fields beside the files, as they come in a multipart body. */
export const UploadFields = UploadBody.omit({ files: true });
export type UploadFields = z.infer<typeof UploadFields>;
