import path from "node:path";

/** The program's own folder, wherever it was started from. */
export const ROOT = path.resolve(import.meta.dirname, "../..");
