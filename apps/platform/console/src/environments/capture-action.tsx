import { useState } from "react";
import {
  Button,
  DialogClose,
  DialogFrame,
  NeedingButton,
  ProblemNote,
  type StartedRun,
  useStartOperation,
} from "settled-console/app";
import { text } from "../text.ts";
import type { EnvironmentPlace } from "./places.ts";

/** Starts a capture of the environment as it stands now. */
export function CaptureAction({
  place,
  onStarted,
}: {
  readonly place: EnvironmentPlace;
  onStarted(run: StartedRun): void;
}) {
  const [isOpen, setOpen] = useState(false);
  const start = useStartOperation({ ...place, type: "environment.snapshot.capture" });
  const close = () => {
    setOpen(false);
    start.reset();
  };
  const take = () =>
    start.mutate(
      { environment: place.environment, input: {} },
      {
        onSuccess: (run) => {
          close();
          onStarted(run);
        },
      },
    );
  return (
    <>
      <NeedingButton
        workspace={place.workspace}
        capability="snapshots.capture"
        onClick={() => setOpen(true)}
      >
        {text("capture.action")}
      </NeedingButton>
      <DialogFrame
        isOpen={isOpen}
        onClose={close}
        title={text("capture.title")}
        detail={text("capture.detail")}
      >
        {start.isError ? <ProblemNote error={start.error} /> : null}
        <div className="flex justify-end gap-2">
          <DialogClose />
          <Button look="main" disabled={start.isPending} onClick={take}>
            {text("capture.confirm")}
          </Button>
        </div>
      </DialogFrame>
    </>
  );
}
