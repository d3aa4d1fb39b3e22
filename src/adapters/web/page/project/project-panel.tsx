import type { ReactNode } from "react";
import type { ProjectSummary, Settings } from "../api/wire.ts";
import { Loading } from "../shell/loading.tsx";
import { ProblemNote } from "../shell/problem-note.tsx";
import type { Resource } from "../state/use-resource.ts";
import { decisionOf, decisionWays } from "./decision-ways.ts";
import { OwnFields } from "./own-fields.tsx";
import { OwnKinds } from "./own-kinds.tsx";
import css from "./project-panel.module.css";
import { SettingControl } from "./setting-control.tsx";
import { useSend } from "./use-send.ts";

interface Props {
  readonly project: Resource<ProjectSummary>;
  /** Makes room for the talk where the panel stands before it. */
  readonly onLeave: () => void;
}

/** How the film takes what people say, and what its bible holds beyond every film's. */
export function ProjectPanel({ project, onLeave }: Props): ReactNode {
  const { data, problem, refresh } = project;
  const ask = useSend(onLeave);
  const set = useSend(STAY);
  if (data === undefined)
    return problem === undefined ? (
      <Loading label="Loading the project" />
    ) : (
      <ProblemNote problem={problem} onRetry={refresh} />
    );
  const settings = data.settings ?? DEFAULTS;
  const change = async (line: string): Promise<void> => {
    await set(line);
    refresh();
  };
  return (
    <div className={`scroll ${css.panel}`}>
      <h2 className={css.title}>{data.title}</h2>
      <SettingControl
        label="How talk is saved"
        value={settings.saving}
        ways={SAVING}
        onChange={(value) => change(`/project saving ${value}`)}
      />
      <SettingControl
        label="Who may correct"
        value={settings.corrections}
        ways={CORRECTIONS}
        onChange={(value) => change(`/project corrections ${value}`)}
      />
      <SettingControl
        label="Who decides"
        value={decisionOf(settings)}
        ways={decisionWays(settings)}
        onChange={(value) => change(`/project decisions ${value}`)}
      />
      <OwnKinds schema={data.schema} counts={data.counts} onAdd={() => void ask("/schema kind add")} />
      <OwnFields schema={data.schema} onAdd={() => void ask("/schema field add")} />
    </div>
  );
}

/** A setting is seen to change where it is pressed. */
const STAY = (): void => undefined;

const DEFAULTS: Settings = { saving: "receipt", corrections: "open" };

const SAVING = [
  {
    value: "receipt",
    label: "Write at once",
    about: "What people say is written right away, with a receipt that can be undone.",
  },
  {
    value: "propose",
    label: "Show me first",
    about: "Backlot shows what it would write. Only what somebody accepts is written.",
  },
] as const;

const CORRECTIONS = [
  { value: "open", label: "Anyone", about: "Anyone who writes here may correct what others said." },
  {
    value: "reviewed",
    label: "Reviewed",
    about: "A correction of what somebody else said waits for that person, or for a producer.",
  },
] as const;
