import { type ComponentType, type ReactNode, useCallback, useEffect, useState } from "react";
import { Problem } from "../api/problem.ts";
import { Loading } from "./loading.tsx";
import { ProblemNote } from "./problem-note.tsx";

/**
 * A part of the page that is loaded when it is first shown. `name` says what it is: "the map". Made once, beside the
 * imports: it keeps what it loaded. One that did not load says so in its place and can be asked for again.
 */
export function lazyPart<P extends object>(
  name: string,
  load: () => Promise<ComponentType<P>>,
): ComponentType<P> {
  let loaded: ComponentType<P> | undefined;
  return function LazyPart(props: P): ReactNode {
    const [Part, setPart] = useState(() => loaded);
    const [problem, setProblem] = useState<Problem>();
    const ask = useCallback(() => {
      setProblem(undefined);
      load().then(
        (part) => {
          loaded = part;
          setPart(() => part);
        },
        () => setProblem(new Problem(0, `Could not load ${name}.`, "Try again, or reload the page.")),
      );
    }, []);
    useEffect(() => {
      if (loaded === undefined) ask();
    }, [ask]);
    if (Part !== undefined) return <Part {...props} />;
    return problem === undefined ? (
      <Loading label={`Loading ${name}`} />
    ) : (
      <ProblemNote problem={problem} onRetry={ask} />
    );
  };
}
