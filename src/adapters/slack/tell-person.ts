import type { Place } from "../../domain/session.ts";
import type { Link } from "./link.ts";
import { escapeMarkup } from "./markup.ts";

/**
 * Says a line to a person alone where the place they asked in takes none: in its channel, seen by nobody else, else in a
 * direct message. Answers false where neither can be.
 */
export async function tellPerson(
  { web, bolt }: Link,
  { channel }: Place,
  user: string,
  line: string,
): Promise<boolean> {
  const said = (work: Promise<unknown>): Promise<boolean> =>
    work.then(
      () => true,
      (error: unknown) => {
        if (error instanceof bolt.webApi.WebAPIPlatformError) return false;
        throw error;
      },
    );
  const text = escapeMarkup(line);
  if (await said(web.chat.postEphemeral({ channel, user, text: `Sorry, ${text}` }))) return true;
  return said(web.chat.postMessage({ channel: user, text: `About <#${channel}>: ${text}` }));
}
