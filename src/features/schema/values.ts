/** What a form sent, or a command said, by part. */
export type Values = Readonly<Record<string, string>>;
