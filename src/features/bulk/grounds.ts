import type { Operation } from "../../domain/operation.ts";
import { onEnded } from "./endings.ts";
import { BULK_KINDS } from "./kinds/index.ts";
import type { ItemMaker } from "./kinds/kind.ts";
import type { BulkParts } from "./parts.ts";

/** What all items of one operation share. */
export interface Ground {
  readonly operation: Operation;
  readonly maker: ItemMaker;
}

/** The grounds of the operations at hand, each read once in this process and round: the film may be another after a pause. Undefined for one that is not there. */
export function createGrounds(parts: BulkParts) {
  const grounds = new Map<
    string,
    { readonly round: number; readonly ground: Promise<Ground | undefined>; readonly end: () => void }
  >();
  const drop = (id: string) => {
    grounds.get(id)?.end();
    grounds.delete(id);
  };
  const read = (id: string) =>
    readGround(parts, id).catch((error: unknown) => {
      drop(id);
      throw error;
    });
  return {
    of: (id: string, round: number): Promise<Ground | undefined> => {
      const known = grounds.get(id);
      if (known?.round === round) return known.ground;
      drop(id);
      const ground = read(id);
      grounds.set(id, { round, ground, end: onEnded(parts.bus, id, () => drop(id)) });
      return ground;
    },
    drop,
  };
}

async function readGround(parts: BulkParts, id: string): Promise<Ground | undefined> {
  const operation = await parts.operations.get(id);
  const project = operation && (await parts.projects.get(operation.project_id));
  if (!operation || !project) return undefined;
  return { operation, maker: await BULK_KINDS[operation.type].begin(parts, { operation, project }) };
}
