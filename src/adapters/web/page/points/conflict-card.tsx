import { Button, NativeSelect } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import type { Entry, PointOf } from "../api/wire.ts";
import { useTalkTools } from "../state/talk-context.ts";
import { fieldText } from "../text/format.ts";
import { AnswerButton } from "./answer-button.tsx";
import { CardTitle } from "./card-title.tsx";
import css from "./points.module.css";
import { QuoteLine } from "./quote-line.tsx";
import type { Answering } from "./use-answer.ts";

interface Props {
  readonly point: PointOf<"conflict">;
  readonly scenes: readonly Entry[];
  readonly answering: Answering;
}

/** What is confirmed beside what was said against it. */
export function ConflictCard({ point, scenes, answering }: Props): ReactNode {
  const { showEntry } = useTalkTools();
  const [staging, setStaging] = useState(false);
  const { entry_id, kind, name, label, kept, said, both, evidence } = point.asks;
  return (
    <>
      <CardTitle point_id={point.id}>
        <button type="button" className={css.entry} onClick={() => showEntry(entry_id, kind)}>
          {name}
        </button>{" "}
        <span className={css.field}>{label}</span>
      </CardTitle>
      <dl className={css.versus}>
        <div>
          <dt className="label">Bible</dt>
          <dd>{fieldText(kept)}</dd>
        </div>
        <div data-said>
          <dt className="label">Said now</dt>
          <dd>{fieldText(said)}</dd>
        </div>
      </dl>
      {evidence !== undefined && <QuoteLine quote={evidence.quote} message_id={evidence.message_id} />}
      <div className={css.actions}>
        <AnswerButton label="Keep" given={{ value: "keep" }} answering={answering} />
        <AnswerButton label="Change" given={{ value: "change" }} answering={answering} />
        {both && <AnswerButton label="Both are true" given={{ value: "both" }} answering={answering} />}
        {scenes.length > 0 && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-expanded={staging}
            onClick={() => setStaging(!staging)}
          >
            From a scene on…
          </Button>
        )}
      </div>
      {staging && <FromScene scenes={scenes} said={fieldText(said)} answering={answering} />}
    </>
  );
}

interface FromSceneProps {
  readonly scenes: readonly Entry[];
  readonly said: string;
  readonly answering: Answering;
}

/** The story changes it: both hold, one before a scene and one from there. */
function FromScene({ scenes, said, answering }: FromSceneProps): ReactNode {
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const scene = String(new FormData(event.currentTarget).get("scene"));
    void answering.answer("scene", { value: `from ${scene}` });
  };
  return (
    <form className={css.inline} onSubmit={send}>
      <NativeSelect
        name="scene"
        size="xs"
        label="It changes in"
        data={scenes.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button type="submit" size="compact-sm" variant="default" loading={answering.busy === "scene"}>
        {said.length > 24 ? "Change from there" : `From there ${said}`}
      </Button>
    </form>
  );
}
