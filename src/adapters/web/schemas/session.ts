import { z } from "zod";
import { ChatMessage } from "../../../chat/chat-message.ts";
import { Session } from "../../../domain/session.ts";
import { NewProject, ProjectAnswer } from "./project.ts";
import { cleanLine, SentId } from "./text.ts";
import { Who } from "./who.ts";
import { PublicChoice, WorkflowAnswer } from "./workflow.ts";

export const NewSession = Who.extend({
  project_id: SentId.optional().describe("An existing film. Left out: a new one is made."),
  project: NewProject.optional(),
  title: cleanLine(120).optional(),
});
export type NewSession = z.infer<typeof NewSession>;

export const SessionMade = z
  .object({ session_id: z.string(), project_id: z.string(), title: z.string() })
  .meta({ id: "SessionMade" });

export const SessionAnswer = Session.pick({
  id: true,
  project_id: true,
  title: true,
  status: true,
  created_by: true,
  created_at: true,
  last_message_at: true,
}).meta({ id: "Session" });
export type SessionAnswer = z.infer<typeof SessionAnswer>;

export const SessionSummary = SessionAnswer.extend({ project_title: z.string() }).meta({
  id: "SessionSummary",
});

export const SessionPage = z
  .object({
    session: SessionAnswer,
    project: ProjectAnswer,
    messages: z.array(ChatMessage).describe("In order of time; `before` asks for the page before a message."),
    workflow: WorkflowAnswer,
    next: z.array(PublicChoice),
    seq: z.int().describe("Connect the WebSocket with `since` at this value to miss nothing."),
  })
  .meta({ id: "SessionPage" });
