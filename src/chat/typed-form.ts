import type { InboundEvent } from "./inbound-event.ts";

type Sent = InboundEvent & { type: "form" };

/** More pages than any form has. */
const MAX_PAGES = 60;

/**
 * All that one person has typed into a form: what a page says over what the pages before it said, each kept as its event.
 * Undefined when one of them cannot be found, or is not theirs.
 */
export async function typedForm(
  sent: Sent,
  find: (eventId: string) => Promise<InboundEvent | undefined>,
): Promise<Record<string, string> | undefined> {
  let values: Record<string, string> = { ...sent.values };
  let before = sent.part?.before;
  for (let pages = 0; before !== undefined && pages < MAX_PAGES; pages += 1) {
    const earlier = await find(before);
    const theirs = earlier?.type === "form" && earlier.form_id === sent.form_id;
    if (!theirs || earlier.person.id !== sent.person.id) return undefined;
    values = { ...earlier.values, ...values };
    before = earlier.part?.before;
  }
  return values;
}
