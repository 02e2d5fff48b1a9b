import { useState } from "react";
import { NeedingButton } from "settled-console/app";
import type { EnvironmentPlace } from "../places/environment-place.ts";
import { text } from "../text.ts";
import { ConfirmEnvironment } from "./confirm-environment.tsx";
import { useRestoreStart } from "./use-restore-start.ts";

/** Goes on with a restore that did not come to its end: it plans anew, and writes nothing twice. */
export function ResumeAction({
  place,
  name,
  restore,
}: {
  readonly place: EnvironmentPlace;
  readonly name: string;
  readonly restore: string;
}) {
  const [isOpen, setOpen] = useState(false);
  const start = useRestoreStart(place);
  return (
    <>
      <NeedingButton
        workspace={place.workspace}
        capability="restores.execute"
        look="main"
        onClick={() => setOpen(true)}
      >
        {text("restores.resume")}
      </NeedingButton>
      <ConfirmEnvironment
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        name={name}
        title={text("restores.resume.title")}
        detail={text("restores.resume.detail")}
        label={text("restores.resume")}
        take={(confirmed) => start({ kind: "resume", restore }, confirmed)}
      />
    </>
  );
}
