/** A message that must reach a platform. One row a message: an edit raises `wanted_version`, so that only the newest state is sent. */
export interface Delivery {
  readonly message_id: string;
  readonly session_id: string;
  readonly wanted_version: number;
  readonly delivered_version: number;
  readonly platform_id?: string;
  readonly attempts: number;
}

export interface DeliveryStore {
  /**
   * Rows whose wanted version is newer than the delivered one and whose time has come, oldest first. A row waits for the
   * earlier rows of its session that are not posted: a later line never overtakes one that waits for a retry. An edit
   * holds nobody up.
   */
  due(now: Date, limit: number): Promise<readonly Delivery[]>;
  /** When the next row falls due, if any. */
  nextDue(): Promise<Date | undefined>;
  delivered(messageId: string, version: number, platformId: string): Promise<void>;
  retryAt(messageId: string, at: Date, error: string): Promise<void>;
  /** Waits for its turn; that counts for no try. */
  postpone(messageId: string, until: Date): Promise<void>;
  /** Given up: kept and reported, never tried again. */
  dead(messageId: string, error: string): Promise<void>;
}
