/** A reply that is shown while it is written. Kept until its last state is delivered. */
export interface Draft {
  readonly message_id: string;
  readonly session_id: string;
  /** Missing: it was about to be posted, and nobody knows whether it was. */
  readonly platform_id?: string;
  readonly begun: Date;
}

export interface DraftStore {
  /**
   * Keeps in mind that a draft is about to be posted. Answers the one that was kept before, by a process that died; or
   * "later", and keeps nothing, while an earlier reply of the session is not posted: a draft does not overtake it.
   */
  begin(messageId: string, sessionId: string, at: Date): Promise<Draft | "later" | undefined>;
  /** Where it is from now on. */
  posted(messageId: string, platformId: string): Promise<void>;
  forget(messageId: string): Promise<void>;
  /** Drafts begun before a time, whose reply was never made and is not being made, oldest first. */
  abandoned(before: Date, limit: number): Promise<readonly Draft[]>;
}
