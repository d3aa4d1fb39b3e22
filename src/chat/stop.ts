import type { InboundEvent } from "./inbound-event.ts";
import type { ChoicesBlock } from "./reply.ts";

/** How the id of the button begins that stops a turn: `stop:<turn>`. */
export const STOP_PREFIX = "stop:";

/** The turn that a Stop button is about. */
export const turnToStop = (choiceId: string): string | undefined => /^stop:(trn_\w+)$/.exec(choiceId)?.[1];

/** Whether somebody asks that the running turn be stopped: such an event does not wait for it to end. */
export function isStop(event: InboundEvent): boolean {
  switch (event.type) {
    case "command":
      return event.command === "stop";
    case "message":
      return /^\s*\/stop\s*$/i.test(event.text);
    case "choice":
      return turnToStop(event.choice_id) !== undefined;
    case "form":
    case "amended":
      return false;
  }
}

/** Who asks for something, as people call them. */
export const askerOf = ({ person }: InboundEvent): string => person.name ?? "somebody";

/** Shown with a reply for as long as it is worked on. */
export const stopButton = (turnId: string, sessionId: string): ChoicesBlock => ({
  type: "choices",
  choices: [
    {
      id: `${STOP_PREFIX}${turnId}`,
      label: "Stop",
      description: "Ends this answer; what it has not saved yet is not saved",
      category: "manual",
      session_id: sessionId,
      turn_id: turnId,
      state: "open",
    },
  ],
});
