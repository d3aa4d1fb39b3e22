/** A message that must reach a platform. One row a message: an edit raises `wanted_version`, so that only the newest state is sent. */
export interface Delivery {
  readonly message_id: string;
  readonly session_id: string;
  readonly wanted_version: number;
  readonly delivered_version: number;
  readonly platform_id?: string;
  readonly attempts: number;
  /** It was shown while it was written: its post may be there, also where no `platform_id` is known. */
  readonly drafted?: true;
  /** Replies of its session that were given up, and nobody there has been told. Missing: none. */
  readonly lost?: number;
}

export interface DeliveryStore {
  /**
   * Rows whose wanted version is newer than the delivered one and whose time has come, oldest first. A row waits for the
   * earlier rows of its session that are not posted: a later line never overtakes one that waits for a retry. An edit
   * holds nobody up. `except` names messages that are under way already.
   */
  due(now: Date, limit: number, except?: readonly string[]): Promise<readonly Delivery[]>;
  /** When the next row falls due, if any; with `after`, of those that are due later than that. */
  nextDue(after?: Date): Promise<Date | undefined>;
  delivered(messageId: string, version: number, platformId: string): Promise<void>;
  retryAt(messageId: string, at: Date, error: string): Promise<void>;
  /** Waits for its turn; that counts for no try. */
  postpone(messageId: string, until: Date): Promise<void>;
  /** Given up: kept and reported, never tried again. `untold`: its people have still to be told. */
  dead(messageId: string, error: string, untold?: boolean): Promise<void>;
  /** What was given up in a session, oldest first, and its people were not told. */
  untold(sessionId: string, limit: number): Promise<readonly string[]>;
  told(messageIds: readonly string[]): Promise<void>;
}
