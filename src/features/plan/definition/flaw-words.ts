import type { YAMLError } from "yaml";

export const TOO_DEEP = "This is nested too deeply to be a workflow; take the brackets out.";
export const TOO_MANY_ALIASES = "Aliases (*name) repeat too much here; write the steps out instead.";
export const NO_ANCHOR = "This alias names nothing that stands before it; write out what it stands for.";
export const NO_TAGS = "Tags (words after “!”) are not used here; remove the tag.";

/** What the reader stumbles over, for the person who wrote it. */
export function flawWords({ code, message }: YAMLError): string {
  switch (code) {
    case "TAB_AS_INDENT":
      return "Tabs cannot indent here; use spaces.";
    case "BAD_INDENT":
      if (message.startsWith("Flow"))
        return "A bracket opened before this is not closed; close it with ] or }.";
      return "The indentation does not fit the lines above; line it up with its neighbours.";
    case "MULTIPLE_DOCS":
      return "The file holds more than one document; remove everything from the “---” on.";
    case "TAG_RESOLVE_FAILED":
      return NO_TAGS;
    case "NON_STRING_KEY":
      return "Only words can be keys here; put it in quotes.";
    case "BAD_ALIAS":
      return NO_ANCHOR;
    case "RESOURCE_EXHAUSTION":
      return TOO_DEEP;
    default:
      if (message.includes("call stack")) return TOO_DEEP;
      return `The file cannot be read from here on (${message.replace(/\.$/, "")}); check quotes, colons and spaces.`;
  }
}
