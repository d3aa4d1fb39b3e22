import { z } from "zod";
import { cleanLine, cleanText } from "./text.ts";

export const UserId = cleanLine(200).describe("Who speaks. With a token: the token's own user, or left out.");
const UserName = cleanText(200).describe("The name others see.");

export const Who = z.object({ user_id: UserId.optional(), user_name: UserName.optional() });
export type Who = z.infer<typeof Who>;

/** For calls that need nothing but who asks: with a token the body may be missing. */
export const WhoOrNobody = Who.nullish();
