import { UserError } from "../domain/errors.ts";

/** The refusal of a button or a form of a film that its place works on no more. Nothing of what was typed is lost by it. */
export const leftFilm = (): UserError =>
  new UserError(
    "blocked",
    "That belongs to a film which is no longer worked on here, so nothing was changed.",
    "Type /project bind to take the film up again, then do it once more.",
  );
