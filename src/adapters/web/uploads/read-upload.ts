import type { FastifyRequest } from "fastify";
import { UserError } from "../../../domain/errors.ts";
import type { StoredFile } from "../../../domain/message.ts";
import type { WebDeps } from "../deps.ts";
import { UploadFields } from "../schemas/turn.ts";
import { removeFile } from "./file-record.ts";
import { storeFile } from "./store-file.ts";

const MAX_FIELDS = 20;
const MAX_FIELD_BYTES = 256 * 1024;

export interface Upload {
  readonly fields: UploadFields;
  readonly files: readonly StoredFile[];
}

/** Reads a multipart request, file by file, into the blobs. Throws UserError, having kept nothing. */
export async function readUpload({ blobs, ids, config }: WebDeps, request: FastifyRequest): Promise<Upload> {
  const files: StoredFile[] = [];
  const begun: string[] = [];
  const fields: Record<string, unknown> = {};
  const limits = {
    files: config.maxFiles,
    fileSize: config.maxFileBytes,
    fields: MAX_FIELDS,
    fieldSize: MAX_FIELD_BYTES,
  };
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === "file") {
        const id = ids.next("file");
        begun.push(id);
        files.push(await storeFile(blobs, id, part, config.maxFileBytes));
      } else if (part.valueTruncated) {
        throw new UserError(
          "too_large",
          `The field ${part.fieldname.slice(0, 40)} is too long.`,
          "Send long text as a file.",
        );
      } else {
        fields[part.fieldname] = part.value;
      }
    }
    if (files.length === 0)
      throw new UserError("invalid", "The upload has no file.", "Send at least one file in `files`.");
    return { fields: checkFields(fields), files };
  } catch (error) {
    drain(request);
    await Promise.allSettled(begun.map((id) => removeFile(blobs, id)));
    throw error;
  }
}

function checkFields(fields: Record<string, unknown>): UploadFields {
  const checked = UploadFields.safeParse(fields);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const hint = "Correct it and send the files again; /api/openapi.json describes every field.";
  throw new UserError(
    "invalid",
    `\`${issue?.path.join(".") ?? ""}\`: ${issue?.message ?? "is not valid"}.`,
    hint,
  );
}

/** A caller that is still sending hears the refusal only if somebody goes on listening. */
function drain({ raw }: FastifyRequest): void {
  raw.unpipe();
  raw.resume();
}
