import { Button } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import type { NewSession } from "../api/client.ts";
import { useApp } from "../state/app-context.ts";
import { SlateCell } from "./slate-cell.tsx";
import css from "./slate-form.module.css";

const NEW_FILM = "";
const WORKFLOWS = [
  { value: "film", label: "Film: every step of a feature" },
  { value: "short", label: "Short: fewer steps" },
  { value: "free", label: "Free: no step waits for another" },
] as const;

interface SlateProject {
  readonly id: string;
  readonly title: string;
  /** How many sessions it has had: the next one is named after that. */
  readonly talks: number;
}

interface Props {
  readonly projects: readonly SlateProject[];
  readonly onStart: (wanted: NewSession) => Promise<void>;
}

/** A clapper slate to fill in: a film, who is talking, and the talk begins. */
export function SlateForm({ projects, onStart }: Props): ReactNode {
  const { identity, setName } = useApp();
  const [project_id, setProject] = useState(projects[0]?.id ?? NEW_FILM);
  const [busy, setBusy] = useState(false);
  const session = talkName(projects.find(({ id }) => id === project_id));

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string): string => String(given.get(name) ?? "").trim();
    setName?.(text("person"));
    setBusy(true);
    const film = project_id === NEW_FILM ? { project: newFilm(text) } : { project_id };
    await onStart({ ...film, title: text("session") || session });
    setBusy(false);
  };
  return (
    <form className={css.slate} onSubmit={submit} aria-label="New session">
      <div className={`stripes ${css.stick}`} aria-hidden="true" />
      <div className={css.grid}>
        {projects.length > 0 && (
          <SlateCell label="Project" wide>
            <select value={project_id} onChange={({ currentTarget }) => setProject(currentTarget.value)}>
              {projects.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
              <option value={NEW_FILM}>A new film…</option>
            </select>
          </SlateCell>
        )}
        {project_id === NEW_FILM && <NewFilmCells />}
        <SlateCell label="Session">
          <input name="session" maxLength={120} placeholder={session} autoComplete="off" />
        </SlateCell>
        <SlateCell label="Your name">
          <input
            name="person"
            maxLength={60}
            defaultValue={identity.name}
            readOnly={setName === undefined}
            placeholder="For the others here"
            autoComplete="name"
          />
        </SlateCell>
      </div>
      <div className={css.foot}>
        <Button type="submit" size="md" loading={busy}>
          Start the session
        </Button>
      </div>
    </form>
  );
}

function NewFilmCells(): ReactNode {
  return (
    <>
      <SlateCell label="Production" wide large>
        <input name="title" maxLength={120} placeholder="Untitled film" autoComplete="off" data-autofocus />
      </SlateCell>
      <SlateCell label="Logline, if you have one" wide>
        <input
          name="logline"
          maxLength={600}
          placeholder="Who wants what, and what is in the way"
          autoComplete="off"
        />
      </SlateCell>
      <SlateCell label="Workflow" wide>
        <select name="workflow" defaultValue="film">
          {WORKFLOWS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </SlateCell>
    </>
  );
}

function newFilm(text: (name: string) => string): NonNullable<NewSession["project"]> {
  const logline = text("logline");
  const title = text("title") || "Untitled film";
  return { title, workflow: text("workflow"), ...(logline === "" ? {} : { logline }) };
}

const talkName = (project: SlateProject | undefined): string =>
  project === undefined || project.talks === 0 ? "First talk" : `Talk ${project.talks + 1}`;
