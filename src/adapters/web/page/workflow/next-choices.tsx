import { type ReactNode, useId, useState } from "react";
import type { Workflow } from "../api/wire.ts";
import { ChoiceButton } from "../blocks/choice-button.tsx";
import choices from "../blocks/choices-block.module.css";
import { useTalkTools } from "../state/talk-context.ts";
import css from "./next-choices.module.css";

export function NextChoices({ choices: offered }: { readonly choices: Workflow["next"] }): ReactNode {
  const { press } = useTalkTools();
  const id = useId();
  const [pressing, setPressing] = useState<string>();
  const pressOne = async (choice_id: string): Promise<void> => {
    setPressing(choice_id);
    await press(choice_id);
    setPressing(undefined);
  };
  return (
    <section aria-labelledby={id} className={css.next}>
      <h3 id={id} className={css.title}>
        What may come next
      </h3>
      <div className={choices.choices}>
        {offered.map((choice) => (
          <ChoiceButton
            key={choice.id}
            choice={choice}
            busy={pressing === choice.id}
            held={pressing !== undefined}
            onPress={() => void pressOne(choice.id)}
          />
        ))}
      </div>
    </section>
  );
}
