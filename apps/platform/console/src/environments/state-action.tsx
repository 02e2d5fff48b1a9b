import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import {
  Button,
  DialogClose,
  DialogFrame,
  NeedingButton,
  ProblemNote,
  ReasonField,
  useApi,
} from "settled-console/app";
import { ChoiceBox } from "../parts/choice-box.tsx";
import { text } from "../text.ts";
import type { Environment } from "./environment-shape.ts";
import { environmentPath, type EnvironmentPlace } from "./places.ts";

const STATES = [
  "active",
  "suspended",
  "archived",
] as const satisfies readonly Environment["state"][];

interface StateActionProps {
  readonly place: EnvironmentPlace;
  readonly environment: Environment;
  readonly etag: string | null;
  onDone(): void;
}

/** Says whether the environment is looked after. Only an active one is read and written. */
export function StateAction({ place, environment, etag, onDone }: StateActionProps) {
  const api = useApi();
  const [isOpen, setOpen] = useState(false);
  const [state, setState] = useState<Environment["state"]>(environment.state);
  const [reason, setReason] = useState("");
  const change = useMutation({
    mutationFn: () =>
      api.ask<Environment>(environmentPath(place), {
        method: "PATCH",
        body: { state, ...(reason.trim() === "" ? {} : { reason: reason.trim() }) },
        ...(etag === null ? {} : { ifMatch: etag }),
      }),
  });
  const close = () => {
    setOpen(false);
    setReason("");
    change.reset();
  };
  const open = () => {
    setState(environment.state);
    setOpen(true);
  };
  const take = () =>
    change.mutate(undefined, {
      onSuccess: () => {
        close();
        onDone();
      },
    });
  return (
    <>
      <NeedingButton
        workspace={place.workspace}
        capability="environments.manage"
        look="quiet"
        onClick={open}
      >
        {text("state.action")}
      </NeedingButton>
      <DialogFrame
        isOpen={isOpen}
        onClose={close}
        title={text("state.title", { name: environment.name })}
        detail={text("state.detail")}
      >
        <ChoiceBox
          label={text("state.choice")}
          value={state}
          choices={STATES.map((value) => ({
            value,
            label: text("environments.state", { state: value }),
          }))}
          onChange={(value) => setState(STATES.find((one) => one === value) ?? state)}
        />
        <ReasonField value={reason} isRequired={false} onChange={setReason} />
        {change.isError ? <ProblemNote error={change.error} /> : null}
        <div className="flex justify-end gap-2">
          <DialogClose />
          <Button
            look="main"
            disabled={state === environment.state || change.isPending}
            onClick={take}
          >
            {text("state.confirm")}
          </Button>
        </div>
      </DialogFrame>
    </>
  );
}
