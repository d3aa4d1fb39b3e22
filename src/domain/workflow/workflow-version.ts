/** A workflow as a team wrote it. Versions are counted from 1 in each project and are never changed or removed. */
export interface WorkflowVersion {
  readonly project_id: string;
  readonly version: number;
  /** The name that the text gives it. */
  readonly name: string;
  /** The YAML, as it was sent. */
  readonly source: string;
  readonly by: string;
  readonly by_name?: string;
  readonly at: string;
  /** What was done, where it is more than a new text. */
  readonly note?: string;
}
