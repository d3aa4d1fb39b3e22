import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import type { ErrorCode } from "../../../domain/errors.ts";
import type { Ids } from "../../../ports/ids.ts";
import type { Logger } from "../../../ports/logger.ts";
import { type ErrorAnswer, errorAnswer, knownError, unexpectedError } from "./error-answer.ts";
import { validationAnswer } from "./validation-error.ts";

const JSON_HINT = "Send JSON with the header `content-type: application/json`.";
const FORM_HINT = "Send the files as multipart/form-data, each with its name.";

/** Refusals by the HTTP framework and its plugins, by their code. */
const REFUSALS: Readonly<Record<string, readonly [code: ErrorCode, message: string, hint: string]>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: [
    "bad_request",
    "The body is not valid JSON.",
    "Check its quotes, commas and brackets.",
  ],
  FST_ERR_CTP_EMPTY_JSON_BODY: ["bad_request", "The body is empty.", JSON_HINT],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    "bad_request",
    "The body is not as long as its content-length says.",
    "Send it again.",
  ],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ["unsupported_type", "The body's type is not accepted here.", JSON_HINT],
  FST_ERR_CTP_EMPTY_TYPE: ["unsupported_type", "The body has no type.", JSON_HINT],
  FST_ERR_CTP_BODY_TOO_LARGE: [
    "too_large",
    "The body is larger than 1 MB.",
    "Send long text as a file: POST /api/v1/chat/upload.",
  ],
  FST_ERR_BAD_URL: ["bad_request", "The address is not well formed.", "Check its percent signs."],
  FST_ERR_MAX_PARAM_LENGTH: [
    "not_found",
    "Nothing has an id that long.",
    "Copy the id again from the answer that named it.",
  ],
  FST_INVALID_MULTIPART_CONTENT_TYPE: ["unsupported_type", "Files come as multipart/form-data.", FORM_HINT],
  FST_PROTO_VIOLATION: [
    "invalid",
    "A field has a name that is not allowed.",
    "Name the fields as /api/openapi.json does.",
  ],
  FST_INVALID_JSON_FIELD_ERROR: ["bad_request", "A field is not valid JSON.", FORM_HINT],
  FST_MP_PREMATURE_CLOSE: ["bad_request", "The upload broke off.", "Send the files again."],
  FST_FILES_LIMIT: ["too_large", "Too many files at once.", "Send them in several uploads."],
  FST_PARTS_LIMIT: ["too_large", "The upload has too many parts.", FORM_HINT],
  FST_FIELDS_LIMIT: ["too_large", "The upload has too many fields.", FORM_HINT],
};

/** The one place where an error becomes an answer. What nobody foresaw is logged once in full and told by its reference. */
export function createErrorHandler({ ids, logger }: { ids: Ids; logger: Logger }) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const answer = answerOf(error) ?? brokenOff(request) ?? unforeseen(error, request);
    return reply.code(answer.status).type("application/json; charset=utf-8").send(answer.body);
  };

  function unforeseen(err: unknown, request: FastifyRequest): ErrorAnswer {
    const reference = ids.next("event");
    logger.error(
      { err, reference, method: request.method, route: request.routeOptions.url },
      "a request failed",
    );
    return unexpectedError(reference);
  }
}

/** Whoever goes away in the middle of a request makes no error of ours; nobody reads the answer. */
function brokenOff({ raw }: FastifyRequest): ErrorAnswer | undefined {
  if (raw.complete || !raw.destroyed) return undefined;
  return errorAnswer("bad_request", "The request broke off.", "Send it again.");
}

function answerOf(error: FastifyError): ErrorAnswer | undefined {
  if (error.validation !== undefined) return validationAnswer(error);
  const refusal = REFUSALS[error.code];
  if (refusal !== undefined) return errorAnswer(...refusal);
  return knownError(error) ?? otherRefusal(error);
}

/** Whatever else the framework refuses as the caller's fault keeps its kind, without its inner words. */
function otherRefusal({ statusCode = 500 }: FastifyError): ErrorAnswer | undefined {
  if (statusCode < 400 || statusCode >= 500) return undefined;
  return errorAnswer(
    "bad_request",
    "The request is not well formed.",
    "See /api/openapi.json for what can be sent.",
  );
}

export function notFoundAnswer(method: string, url: string): ErrorAnswer {
  const path = url.split("?")[0]?.slice(0, 200) ?? "";
  return errorAnswer(
    "not_found",
    `There is no ${method} ${path}.`,
    "See /api/openapi.json for what there is.",
  );
}
