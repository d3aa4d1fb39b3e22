/**
 * A press that only shows or asks the presser something: it changes nothing and is nobody else's business. Its id says
 * all it takes, so that it outlives a restart: `message_id` and `block` name the choices it is about.
 */
export type Aside = {
  readonly message_id: string;
  readonly block: number;
} & (
  | { readonly type: "details" }
  /** `thread`: where the choices stand, for platforms that do not say it of a message for one person. */
  | { readonly type: "page"; readonly page: number; readonly thread?: string | undefined }
  | { readonly type: "say"; readonly choice_id: string }
);

const ASIDE = /^(details|page|say):(.+?):(\d+)(?::(.+))?$/;
const PAGE = /^(\d+)(?:@([\d.]+))?$/;

export function asideId(aside: Aside): string {
  const about = `${aside.type}:${aside.message_id}:${aside.block}`;
  if (aside.type === "details") return about;
  if (aside.type === "say") return `${about}:${aside.choice_id}`;
  return `${about}:${aside.page}${aside.thread === undefined ? "" : `@${aside.thread}`}`;
}

/** Undefined for the id of anything else. */
export function readAsideId(id: string): Aside | undefined {
  const [, type, message_id, index, rest] = ASIDE.exec(id) ?? [];
  if (message_id === undefined) return undefined;
  const about = { message_id, block: Number(index) };
  if (type === "details") return { ...about, type };
  if (type === "say") return rest === undefined ? undefined : { ...about, type, choice_id: rest };
  const [, page, thread] = PAGE.exec(rest ?? "") ?? [];
  return page === undefined ? undefined : { ...about, type: "page", page: Number(page), thread };
}
