import { type ReactNode, useId, useState } from "react";
import type { BlockOf } from "../api/wire.ts";
import { useTalkTools } from "../state/talk-context.ts";
import { ChoiceButton } from "./choice-button.tsx";
import css from "./choices-block.module.css";

export function ChoicesBlock({ block }: { readonly block: BlockOf<"choices"> }): ReactNode {
  const { press } = useTalkTools();
  const [pressing, setPressing] = useState<string>();
  const promptId = useId();

  const pressOne = async (choice_id: string): Promise<void> => {
    setPressing(choice_id);
    await press(choice_id);
    setPressing(undefined);
  };
  return (
    <fieldset
      className={css.choices}
      aria-labelledby={block.prompt === undefined ? undefined : promptId}
      aria-label={block.prompt === undefined ? "Choices" : undefined}
    >
      {block.prompt !== undefined && (
        <p id={promptId} className={css.prompt}>
          {block.prompt}
        </p>
      )}
      {block.choices.map((choice) => (
        <ChoiceButton
          key={choice.id}
          choice={choice}
          busy={pressing === choice.id}
          held={pressing !== undefined}
          onPress={() => pressOne(choice.id)}
        />
      ))}
    </fieldset>
  );
}
