import type { ReactNode } from "react";
import type { Block, BlockOf, OfferedChoice } from "../api/wire.ts";
import { MarkdownView } from "../text/markdown-view.tsx";
import css from "./blocks.module.css";
import { CardBlock } from "./card-block.tsx";
import { ChoicesBlock } from "./choices-block.tsx";
import { CitationBlock } from "./citation-block.tsx";
import { FileBlock } from "./file-block.tsx";
import { FormBlock } from "./form-block.tsx";
import { ImageBlock } from "./image-block.tsx";
import { ListBlock } from "./list-block.tsx";
import { ProgressBlock } from "./progress-block.tsx";
import { ProposalBlock } from "./proposal-block.tsx";
import { ReceiptBlock } from "./receipt-block.tsx";
import { repeatedChoices, type WayBack, wayBack } from "./receipt-choices.ts";
import { TableBlock } from "./table-block.tsx";

/** Choices of an operation follow its progress and are drawn inside it. */
const CONTROL_PREFIX = "opc_";

/** A reply's blocks, in order. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }): ReactNode {
  const hidden = repeatedChoices(blocks);
  const around: Around = {
    controls: blocks.flatMap((block) => (isControls(block) ? block.choices : [])),
    back: wayBack(blocks),
  };
  return (
    <div className={css.blocks}>
      {blocks.map((block, index) => (
        <BlockView
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no id, and an edit keeps their order.
          key={`${index}-${block.type}`}
          block={block.type === "choices" ? without(block, hidden) : block}
          around={around}
        />
      ))}
    </div>
  );
}

/** What a block must know of its neighbours. */
interface Around {
  readonly controls: readonly OfferedChoice[];
  readonly back: WayBack;
}

function BlockView({ block, around }: { readonly block: Block; readonly around: Around }): ReactNode {
  switch (block.type) {
    case "text":
      return <MarkdownView text={block.text} />;
    case "card":
      return <CardBlock block={block} />;
    case "receipt":
      return <ReceiptBlock block={block} back={around.back} />;
    case "citation":
      return <CitationBlock block={block} />;
    case "choices":
      return isControls(block) ? null : <ChoicesBlock block={block} />;
    case "progress":
      return <ProgressBlock block={block} controls={around.controls} />;
    case "form":
      return <FormBlock block={block} />;
    case "file":
      return <FileBlock file={block} />;
    case "image":
      return <ImageBlock block={block} />;
    case "list":
      return <ListBlock block={block} />;
    case "table":
      return <TableBlock block={block} />;
    case "proposal":
      return <ProposalBlock block={block} />;
    default:
      return <p className="quiet">This part of the reply needs a newer page. Reload to see it.</p>;
  }
}

/** True of no choices at all, too: there is nothing left to draw. */
function isControls(block: Block): block is BlockOf<"choices"> {
  return block.type === "choices" && block.choices.every(({ id }) => id.startsWith(CONTROL_PREFIX));
}

function without(block: BlockOf<"choices">, hidden: readonly OfferedChoice[]): BlockOf<"choices"> {
  return { ...block, choices: block.choices.filter((choice) => !hidden.includes(choice)) };
}
