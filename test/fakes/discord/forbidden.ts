/** What a bot may be kept from doing in a channel. Whoever may not view it may do nothing there. */
export type Forbidden = "view" | "send" | "threads" | "files";
