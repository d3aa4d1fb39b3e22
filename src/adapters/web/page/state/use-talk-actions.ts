import { useCallback, useMemo } from "react";
import { asProblem } from "../api/problem.ts";
import { upload } from "../api/upload.ts";
import type { Answer, Turn } from "../api/wire.ts";
import { useApp } from "./app-context.ts";
import { randomId } from "./identity.ts";
import type { Talk } from "./use-talk.ts";

export interface TalkActions {
  /** Shows the words at once; a refusal (undefined) stays beside them with its reason and a way to try again. */
  readonly say: (text: string, message_id?: string) => Promise<Turn | undefined>;
  readonly drop: (pending_id: string) => void;
  readonly press: (choice_id: string) => Promise<Turn | undefined>;
  readonly submitForm: (form_id: string, values: Record<string, string>) => Promise<boolean>;
  /** Answers what waits; resolves with what Backlot said to it, or undefined when it was refused. */
  readonly answer: (point_id: string, answer: Answer) => Promise<string | undefined>;
  readonly undo: (change_ids: readonly string[]) => Promise<void>;
  readonly cancel: (operation_id: string) => Promise<void>;
  readonly retry: (operation_id: string) => Promise<void>;
  readonly sendFiles: (
    files: readonly File[],
    text: string,
    onProgress: (share: number) => void,
  ) => Promise<boolean>;
}

/** `onChanged` is told when an answer says that the bible changed: the frames that say so may be late or lost. */
export function useTalkActions(
  { session_id, dispatch }: Pick<Talk, "session_id" | "dispatch">,
  onChanged: () => void,
): TalkActions {
  const { client, who, identity, token, report, dismissAll } = useApp();

  /** Runs one turn while the talk shows that Backlot is at work. */
  const turn = useCallback(
    async (run: () => Promise<Turn>, pending_id?: string): Promise<Turn | undefined> => {
      dismissAll();
      dispatch({ type: "waiting", by: 1 });
      try {
        const answer = { turn: await run(), user_id: identity.user_id, at: new Date().toISOString() };
        dispatch({ type: "answered", ...answer, ...(pending_id === undefined ? {} : { pending_id }) });
        if ((answer.turn.changes ?? []).length > 0) onChanged();
        return answer.turn;
      } catch (thrown) {
        if (pending_id === undefined) report(thrown);
        else dispatch({ type: "refused", pending_id, problem: asProblem(thrown) });
        return undefined;
      } finally {
        dispatch({ type: "waiting", by: -1 });
      }
    },
    [dispatch, report, dismissAll, identity.user_id, onChanged],
  );

  /** Runs a call that answers no turn, and tells of its failure. */
  const call = useCallback(
    async (run: () => Promise<void>): Promise<void> => {
      dismissAll();
      try {
        await run();
      } catch (thrown) {
        report(thrown);
      }
    },
    [report, dismissAll],
  );

  return useMemo(
    () => ({
      say: async (text, message_id = randomId()) => {
        dispatch({
          type: "say",
          pending: { id: message_id, text, at: new Date().toISOString(), state: "sending" },
        });
        return turn(() => client.say(who, session_id, text, message_id), message_id);
      },
      drop: (pending_id) => dispatch({ type: "drop", pending_id }),
      press: (choice_id) => turn(() => client.choose(who, session_id, choice_id)),
      submitForm: async (form_id, values) =>
        (await turn(() => client.submitForm(who, session_id, form_id, values))) !== undefined,
      answer: async (point_id, given) => {
        let said: string | undefined;
        await call(async () => {
          const answered = await client.answer(who, point_id, given);
          said = answered.reply?.text ?? "";
        });
        onChanged();
        return said;
      },
      undo: (change_ids) =>
        call(async () => {
          for (const change_id of change_ids) {
            await client.undo(who, change_id);
            dispatch({ type: "undone", change_id });
            onChanged();
          }
        }),
      cancel: (id) =>
        call(async () => dispatch({ type: "operation", operation: await client.cancel(who, id) })),
      retry: (id) =>
        call(async () => dispatch({ type: "operation", operation: await client.retry(who, id) })),
      sendFiles: async (files, text, onProgress) => {
        const fields = { session_id, ...who, ...(text === "" ? {} : { message: text }) };
        return (await turn(() => upload({ files, fields, token: token(), onProgress }))) !== undefined;
      },
    }),
    [client, who, session_id, token, dispatch, turn, call, onChanged],
  );
}
