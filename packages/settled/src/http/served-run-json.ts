import { asBeliefJson, type BeliefJson } from "../present/belief-json.ts";
import { explainBelief } from "../present/explain-belief.ts";
import { asFailureJson, type FailureJson } from "../present/failure-json.ts";
import type { RunLinks } from "../present/run-links.ts";
import { asRunJson, type RunJson } from "../present/run-json.ts";
import type { JsonValue } from "../run/json-value.ts";
import type { Desk } from "./exchange.ts";
import type { RunView } from "./view-run.ts";

export type ServedLinks = RunLinks & { readonly page: string };

/** A run at its own address. `failure` is there only for readers with the capability. */
export type ServedRunJson = Omit<RunJson, "links"> & {
  readonly links: ServedLinks;
  readonly rerun_of: string | null;
  readonly belief: BeliefJson;
  /** As it is stored: secrets were taken out when it was written. */
  readonly input: JsonValue;
  readonly failure?: FailureJson | null;
};

/** A run in a list. What would need a look at the truth is left out rather than shown as absent. */
export type ListedRunJson = Omit<
  ServedRunJson,
  "artifact" | "reconciliation" | "failure" | "belief" | "input"
>;

export function asServedRunJson(view: RunView, desk: Desk): ServedRunJson {
  const { run } = view;
  const { links, ...json } = asRunJson(run, view.presented, { basePath: desk.addresses.api });
  return {
    ...json,
    rerun_of: run.rerunOf,
    belief: asBeliefJson(explainBelief(run, view.operation)),
    input: run.input,
    links: { ...links, page: desk.addresses.runPage(run.workspaceId, run.id) },
    ...(view.maySeeDetail ? { failure: asFailureJson(run) } : {}),
  };
}

export function asListedRunJson(view: RunView, desk: Desk): ListedRunJson {
  const {
    artifact: _artifact,
    reconciliation: _reconciliation,
    failure: _failure,
    belief: _belief,
    input: _input,
    ...listed
  } = asServedRunJson(view, desk);
  return listed;
}

/** The version of the record, for conditional actions. */
export function etagOf(view: RunView): string {
  return `"${view.run.version}"`;
}
