import { firstOf, pattern } from "../text/match.ts";

/** Asking Backlot to write something: "give me …", "come up with …". */
export const WRITE = firstOf(
  pattern("bulk|batch create|generate|make|add"),
  pattern("create|make|generate|invent|write|draft|build|produce|add|introduce|include me|us?"),
  pattern("come up with"),
  pattern("think|dream|cook up"),
  pattern("give|get|suggest|pitch|propose me|us?"),
  pattern("surprise me with"),
  pattern("i|we need|want"),
  pattern("i|we 'd like|love"),
);
