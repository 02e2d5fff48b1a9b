import { useState } from "react";
import { type ButtonLook, DialogFrame, NeedingButton, type StartedRun } from "settled-console/app";
import { text } from "../text.ts";
import { ComposeForm } from "./compose-form.tsx";
import type { EnvironmentPlace } from "./places.ts";

/** Composes a review of the environment: asks for what, starts, and says which run does it. */
export function ComposeAction({
  place,
  look = "main",
  onStarted,
}: {
  readonly place: EnvironmentPlace;
  readonly look?: ButtonLook;
  onStarted(run: StartedRun): void;
}) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <NeedingButton
        workspace={place.workspace}
        capability="reviews.compose"
        look={look}
        onClick={() => setOpen(true)}
      >
        {text("compose.action")}
      </NeedingButton>
      <DialogFrame
        isOpen={isOpen}
        onClose={close}
        title={text("compose.title")}
        detail={text("compose.detail")}
      >
        <ComposeForm
          place={place}
          onStarted={(run) => {
            close();
            onStarted(run);
          }}
        />
      </DialogFrame>
    </>
  );
}
