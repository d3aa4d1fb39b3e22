import type { TellAlone } from "./lasting-respond.ts";
import { ActionsBody } from "./payload.ts";

const LATE = "That took longer than Slack waits, so it did not open. Please press it once more.";

/** Tells the presser alone that nothing came of a press, whose trigger may be over (three seconds after the press). */
export async function tellLate(body: unknown, respond: TellAlone | undefined): Promise<void> {
  const { success, data } = ActionsBody.safeParse(body);
  if (!success) return;
  const { message, container } = data;
  const thread_ts = message?.thread_ts ?? container?.thread_ts;
  const there = thread_ts === undefined || thread_ts === message?.ts ? {} : { thread_ts };
  await respond?.({ response_type: "ephemeral", replace_original: false, text: LATE, ...there });
}
