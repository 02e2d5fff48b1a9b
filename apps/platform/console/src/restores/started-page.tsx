import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
  LoadingState,
  Navigate,
  NeedingButton,
  PageHead,
  ProblemState,
  RunNote,
  useApi,
  useFollowedRun,
  usePathPart,
} from "settled-console/app";
import { pathIn, useEnvironmentPlace } from "../places/environment-place.ts";
import { useEnvironment } from "../places/use-environment.ts";
import { text } from "../text.ts";
import { ConfirmEnvironment } from "./confirm-environment.tsx";
import { restoresKey } from "./restore-keys.ts";
import type { RestoreLine } from "./restore-shape.ts";
import { orderOfRun, useRestoreStart } from "./use-restore-start.ts";

const LOOK_EVERY_MS = 1_000;

/** A restore that has no sealed plan yet: it leads to the restore as soon as there is one, else it says why not. */
export function StartedPage() {
  const place = useEnvironmentPlace();
  const id = usePathPart("run");
  const api = useApi();
  const environment = useEnvironment(place);
  const { run, error, live } = useFollowedRun(place.workspace, id);
  const isDone = run?.done === true;
  const sealed = useQuery({
    queryKey: [...restoresKey(place), "of-run", id, isDone],
    queryFn: async ({ signal }) => {
      const path = pathIn(place, `/restores?run=${encodeURIComponent(id)}`);
      const { body } = await api.ask<{ readonly restores: readonly RestoreLine[] }>(path, {
        signal,
      });
      return body.restores[0]?.restore_id ?? null;
    },
    refetchInterval: isDone ? false : LOOK_EVERY_MS,
  });
  const start = useRestoreStart(place);
  const [isOpen, setOpen] = useState(false);
  if (sealed.data != null) {
    return <Navigate to={pathIn(place, `/restores/${sealed.data}`)} replace />;
  }
  if (run === undefined) {
    return error === null ? <LoadingState /> : <ProblemState error={error} />;
  }
  const name = environment.data?.name ?? null;
  return (
    <article>
      <PageHead
        back={{ to: pathIn(place, "/restores"), label: text("restores.back") }}
        title={text("restores.of", { name: name ?? place.environment })}
      >
        {isDone && sealed.isSuccess && run.outcome !== "succeeded" && name !== null ? (
          <NeedingButton
            workspace={place.workspace}
            capability="restores.execute"
            look="main"
            onClick={() => setOpen(true)}
          >
            {text("restores.again")}
          </NeedingButton>
        ) : null}
      </PageHead>
      <RunNote run={run} live={live} />
      <p className="mt-3 text-soft">
        {text(isDone ? "restores.unsealed.done" : "restores.unsealed.running")}
      </p>
      {name === null ? null : (
        <ConfirmEnvironment
          isOpen={isOpen}
          onClose={() => setOpen(false)}
          name={name}
          title={text("restores.again.title")}
          detail={text("restores.again.detail")}
          label={text("restores.again")}
          take={(confirmed) => start(orderOfRun(run), confirmed)}
        />
      )}
    </article>
  );
}
