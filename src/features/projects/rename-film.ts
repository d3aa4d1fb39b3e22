import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { ellipsis } from "../../lib/ellipsis.ts";

const LABEL_CHARS = 70;

/** The film under another title, with a way back to the one it had. */
export function renameFilm({ project }: Turn, title: string): Outcome {
  if (title === project.title)
    return { blocks: [{ type: "text", text: `The film is called **${title}** already.` }] };
  const back = {
    label: ellipsis(`Back to ${project.title}`, LABEL_CHARS),
    description: "Gives the film the title it had",
    category: "manual" as const,
    action: {
      type: "command" as const,
      command: "project",
      options: { action: "rename", value: project.title },
    },
  };
  return {
    project: { ...project, title },
    blocks: [
      { type: "text", text: `The film is called **${title}** now.` },
      { type: "offers", offers: [back] },
    ],
  };
}
