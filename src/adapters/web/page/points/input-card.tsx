import { Button } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import type { BlockOf, Point } from "../api/wire.ts";
import { FormField } from "../blocks/form-field.tsx";
import { MarkdownView } from "../text/markdown-view.tsx";
import { AnswerButton } from "./answer-button.tsx";
import { CardTitle, pointHeading } from "./card-title.tsx";
import css from "./points.module.css";
import { QuoteLine } from "./quote-line.tsx";
import type { Answering } from "./use-answer.ts";

interface Props {
  readonly point: Point;
  readonly field: BlockOf<"form">["fields"][number];
  readonly answering: Answering;
}

/** A short question that is answered with a word, a number, or one of some choices. */
export function InputCard({ point, field, answering }: Props): ReactNode {
  const evidence = "evidence" in point.asks ? point.asks.evidence : undefined;
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const value = String(new FormData(event.currentTarget).get(field.name) ?? "").trim();
    if (value !== "") void answering.answer("save", { value });
  };
  return (
    <>
      <CardTitle point_id={point.id}>
        <MarkdownView text={point.question} />
      </CardTitle>
      {evidence !== undefined && <QuoteLine quote={evidence.quote} message_id={evidence.message_id} />}
      <form className={css.inline} onSubmit={send}>
        <FormField field={{ ...field, required: true }} labelledBy={pointHeading(point.id)} />
        <Button type="submit" variant="default" loading={answering.busy === "save"}>
          Save
        </Button>
        <AnswerButton label="Skip" given={{ decline: "all" }} answering={answering} quiet />
      </form>
    </>
  );
}
