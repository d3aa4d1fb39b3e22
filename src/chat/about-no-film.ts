/** Commands that are about no film: they are answered where there is none, and what offers them outlasts a change of the film. */
export const ABOUT_NO_FILM: ReadonlySet<string> = new Set(["project", "session", "help", "stop", "missed"]);
