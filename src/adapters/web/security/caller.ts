import type { Person } from "../../../chat/inbound-event.ts";
import { UserError } from "../../../domain/errors.ts";
import type { Role } from "../../../domain/role.ts";

/** The one workspace of a program without logins, and of tokens that name none. */
export const LOCAL_WORKSPACE = "local";

/** Who a request speaks for. Without a login (local mode) the request itself says which user. */
export interface Caller {
  readonly user_id?: string;
  readonly name?: string;
  readonly role: Role;
  /** The workspace's external id. */
  readonly workspace: string;
}

/** Local mode: whoever sits at this machine owns it. */
export const LOCAL_CALLER: Caller = { role: "admin", workspace: LOCAL_WORKSPACE };

export interface ClaimedUser {
  readonly user_id?: string | undefined;
  readonly user_name?: string | undefined;
}

/** The person of a request. Throws UserError when nobody is named, or someone other than the token's owner. */
export function personOf(caller: Caller, claimed: ClaimedUser | null | undefined): Person {
  const { user_id, user_name } = claimed ?? {};
  const id = caller.user_id ?? user_id;
  if (id === undefined)
    throw new UserError("invalid", "`user_id` is missing.", "Say in `user_id` who is speaking.");
  checkClaim(caller, user_id);
  const name = caller.name ?? user_name;
  return { id, ...(name ? { name } : {}), role: caller.role };
}

export function checkClaim(caller: Caller, userId: string | undefined): void {
  if (caller.user_id === undefined || userId === undefined || userId === caller.user_id) return;
  throw new UserError(
    "forbidden",
    "The token belongs to another user than `user_id` says.",
    "Leave `user_id` out, or send that user's own token.",
  );
}
