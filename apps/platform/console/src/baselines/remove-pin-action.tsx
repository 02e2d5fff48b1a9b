import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  Button,
  DialogClose,
  DialogFrame,
  NeedingButton,
  ProblemNote,
  useApi,
} from "settled-console/app";
import { environmentKey, environmentPath, type EnvironmentPlace } from "../environments/places.ts";
import { text } from "../text.ts";
import type { Pin } from "./baseline-shape.ts";

interface RemovePinActionProps {
  readonly place: EnvironmentPlace;
  /** Of the pins, below the environment. */
  readonly path: string;
  readonly pin: Pin;
}

/** Takes a pin away, so that the entry is matched by name and content again. */
export function RemovePinAction({ place, path, pin }: RemovePinActionProps) {
  const api = useApi();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const remove = useMutation({
    mutationFn: () => {
      const query = new URLSearchParams({ type: pin.type, match_key: pin.match_key });
      return api.ask(`${environmentPath(place)}${path}?${query}`, { method: "DELETE" });
    },
  });
  const close = () => {
    setOpen(false);
    remove.reset();
  };
  const take = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        close();
        void client.invalidateQueries({ queryKey: environmentKey(place) });
      },
    });
  return (
    <>
      <NeedingButton
        workspace={place.workspace}
        capability="baselines.manage"
        onClick={() => setOpen(true)}
      >
        {text("baseline.pins.remove")}
      </NeedingButton>
      <DialogFrame
        isOpen={isOpen}
        onClose={close}
        title={text("baseline.pins.remove.title")}
        detail={text("baseline.pins.remove.detail", { name: pin.match_key })}
      >
        {remove.isError ? <ProblemNote error={remove.error} /> : null}
        <div className="flex justify-end gap-2">
          <DialogClose />
          <Button look="main" disabled={remove.isPending} onClick={take}>
            {text("baseline.pins.remove")}
          </Button>
        </div>
      </DialogFrame>
    </>
  );
}
