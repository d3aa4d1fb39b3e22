import type { Choice, FormAction } from "../domain/choice.ts";

export interface ChoiceStore {
  /** With the message that shows it. */
  get(id: string): Promise<{ choice: Choice; message_id: string } | undefined>;
  form(id: string): Promise<{ session_id: string; action: FormAction } | undefined>;
}
