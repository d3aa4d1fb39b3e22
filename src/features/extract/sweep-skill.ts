import type { Skill } from "../../chat/skill.ts";
import type { Turn } from "../../chat/turn.ts";
import { countWords } from "../../domain/bible/describe.ts";
import { expandGroups } from "../../domain/bible/groups.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { loadKnown } from "../../domain/bible/load-known.ts";
import { UserError } from "../../domain/errors.ts";
import { kindsOf, wordsOfKind } from "../../domain/import/kind-words.ts";
import { schemaOf, settingsOf } from "../../domain/project.ts";
import type { Group, Statement } from "../../domain/reading/reading.ts";
import { mayActAs } from "../../domain/role.ts";
import { nameKey } from "../../lib/name-keys.ts";
import type { ExtractParts } from "./parts.ts";
import { propose } from "./skill.ts";

/** More than this are not taken out with one yes. */
const MOST = 200;
const LEAD = /^(?:please |now |ok(?:ay)? |can you |could you )?(?:delete|remove|drop|cut|erase) /;
const ALL = /^(?:all|every|each)(?: of)?(?: (?:the|our|my))? (.+?)(?: please)?$/;
/** "Remove everyone from the crew" only takes them out of it. */
const MEMBERS =
  /^(?:everyone|everybody|all(?: of)?(?: the)? (?:characters|people|members))(?: who is| that is)? (?:in|of) (?:the |our )?(.+?)(?: please)?$/;
const NOWHERE = { start: 0, end: 0 };

type Swept =
  | { readonly type: "kind"; readonly kind: EntryKind }
  | { readonly type: "members"; readonly group: Group };

/**
 * "Delete all props", "delete everyone in the heist crew": what would go is shown one by one and waits for a yes, even
 * where a film saves at once.
 */
export function createSweepSkill(parts: ExtractParts): Skill {
  return {
    name: "sweep",
    unread: true,
    claims: async (turn) => {
      const swept = sweptBy(turn);
      return swept?.type === "members"
        ? (await removals(parts, turn, swept)).length > 0
        : swept !== undefined;
    },
    run: async (turn) => {
      const swept = sweptBy(turn);
      const statements = swept ? await removals(parts, turn, swept) : [];
      if (swept?.type === "kind" && statements.length === 0) {
        const text = `This film has ${countWords(0, swept.kind, schemaOf(turn.project))} to take out.`;
        return { blocks: [{ type: "text", text }] };
      }
      const goes = statements.length === 1 ? "This" : `These ${statements.length}`;
      const title = `${goes} would go. Nothing is taken out before somebody says yes.`;
      return propose(parts, turn, statements, [], { title, ...whoMay(turn) });
    },
  };
}

function sweptBy(turn: Turn): Swept | undefined {
  const said = nameKey(turn.message?.text ?? "");
  const what = LEAD.test(said) ? said.replace(LEAD, "") : undefined;
  if (what === undefined) return undefined;
  const value = MEMBERS.exec(what)?.[1];
  if (value !== undefined)
    return { type: "members", group: { by: / scene$/.test(value) ? "scene" : "group", value } };
  const named = ALL.exec(what)?.[1];
  const schema = schemaOf(turn.project);
  const kind = kindsOf(schema).find(
    (each) => named !== undefined && wordsOfKind(each, schema).includes(named),
  );
  return kind === undefined ? undefined : { type: "kind", kind };
}

async function removals(parts: ExtractParts, turn: Turn, swept: Swept): Promise<Statement[]> {
  const found = await (swept.type === "kind"
    ? parts.bible.list(turn.project.id, { kind: swept.kind, limit: MOST + 1 })
    : membersOf(parts, turn, swept.group));
  if (found.length > MOST)
    throw new UserError(
      "too_large",
      `Those are more than ${MOST}, more than I take out with one yes.`,
      "Say it of a smaller group; what bulk work made goes together: /jobs history, then Undo all.",
    );
  const span = { start: 0, end: turn.message?.text.length ?? 0 };
  return found.map(
    ({ id, name, kind }): Statement => ({
      type: "remove",
      kind,
      subject: { name, entry_id: id, ...NOWHERE },
      span,
    }),
  );
}

async function membersOf(parts: ExtractParts, turn: Turn, group: Group) {
  const asked: Statement = {
    type: "entry",
    kind: "character",
    subject: { name: group.value, group, ...NOWHERE },
    explicit: false,
    fields: [],
    span: NOWHERE,
  };
  const known = await loadKnown(parts.bible, turn.project.id, [asked]);
  const { statements } = expandGroups([asked], known);
  const ids = statements.map((each) => (each.type === "entry" ? each.subject.entry_id : undefined));
  return known.filter((entry) => ids.includes(entry.id));
}

function whoMay(turn: Turn): Parameters<typeof propose>[4] {
  if (!mayActAs(turn.person.role, "writer")) return { reason: "role", needs: { role: "writer" } };
  const reviewed = settingsOf(turn.project).corrections === "reviewed";
  return reviewed && !mayActAs(turn.person.role, "producer")
    ? { reason: "review", needs: { role: "producer" } }
    : { reason: "saving" };
}
