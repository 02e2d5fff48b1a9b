import { useState } from "react";
import { useApi } from "settled-console/app";
import { ChoiceBox } from "../parts/choice-box.tsx";
import { ReasonAction } from "../parts/reason-action.tsx";
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
  const [state, setState] = useState<Environment["state"]>(environment.state);
  const act = async (reason: string) => {
    await api.ask<Environment>(environmentPath(place), {
      method: "PATCH",
      body: { state, ...(reason === "" ? {} : { reason }) },
      ...(etag === null ? {} : { ifMatch: etag }),
    });
    onDone();
  };
  return (
    <ReasonAction
      workspace={place.workspace}
      capability="environments.manage"
      look="quiet"
      label={text("state.action")}
      title={text("state.title", { name: environment.name })}
      detail={text("state.detail")}
      confirm={text("state.confirm")}
      isReasonRequired={false}
      isReady={state !== environment.state}
      onOpen={() => setState(environment.state)}
      act={act}
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
    </ReasonAction>
  );
}
