import { z } from "zod";

export const ErrorBody = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      hint: z.string().optional().describe("What to do now."),
      reference: z.string().optional().describe("Names the entry in Backlot's log."),
    }),
  })
  .meta({ id: "Error" });
export type ErrorBody = z.infer<typeof ErrorBody>;

type Refusal = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503;

/** Every call may be refused for who asks, how often, and what; `also` names the rest. */
export function refusals<const S extends Refusal>(
  ...also: readonly S[]
): Record<401 | 403 | 422 | 429 | 500 | S, typeof ErrorBody> {
  const codes = [401, 403, 422, 429, 500, ...also];
  return Object.fromEntries(codes.map((code) => [code, ErrorBody])) as Record<
    401 | 403 | 422 | 429 | 500 | S,
    typeof ErrorBody
  >;
}
