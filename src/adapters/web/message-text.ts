import { UserError } from "../../domain/errors.ts";
import { MAX_MESSAGE_CHARS } from "../../domain/message.ts";
import { isCleanText } from "./schemas/text.ts";

/** Throws UserError for what cannot be said: nothing, too much, or what is no text. */
export function checkMessageText(text: string): void {
  if (text.trim() === "") {
    throw new UserError("invalid", "The message is empty.", "Say something in `message`.");
  }
  checkTextIfAny(text);
}

/** The same for words that may be left out. */
export function checkTextIfAny(text: string): void {
  if (text.length > MAX_MESSAGE_CHARS) {
    const most = MAX_MESSAGE_CHARS.toLocaleString("en");
    const hint = "Split it, or send it as a file: POST /api/v1/chat/upload.";
    throw new UserError(
      "too_large",
      `A message holds at most ${most} characters; this one has ${text.length.toLocaleString("en")}.`,
      hint,
    );
  }
  if (!isCleanText(text)) {
    const hint = "Send plain text, or the content as a file: POST /api/v1/chat/upload.";
    throw new UserError("invalid", "The message holds control characters or broken Unicode.", hint);
  }
}
