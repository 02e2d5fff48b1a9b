import { asBeliefJson, type BeliefJson } from "../present/belief-json.ts";
import { asFailureJson, type FailureJson } from "../present/failure-json.ts";
import { asListedJson } from "../present/listed-run-json.ts";
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
  /** The last beat of the worker that has the run; null while none has it. */
  readonly sign_of_life: string | null;
  /** How long such runs usually take, while this one runs; null where there are too few to tell. */
  readonly usually: { readonly low_ms: number; readonly high_ms: number } | null;
};

/** A run in a list: its artifact is the recorded one, and `artifact_checked_at` says that it was not looked for. */
export type ListedRunJson = Omit<
  ServedRunJson,
  "belief" | "input" | "failure" | "sign_of_life" | "usually" | "artifact_checked_at"
> & {
  readonly artifact_checked_at: null;
};

export function asServedRunJson(view: RunView, desk: Pick<Desk, "addresses">): ServedRunJson {
  const { run } = view;
  const { links, ...json } = asRunJson(run, view.presented, { basePath: desk.addresses.api });
  return {
    ...json,
    rerun_of: run.rerunOf,
    input: run.input,
    belief: asBeliefJson(run, view.presented, view.operation),
    links: { ...links, page: desk.addresses.runPage(run.workspaceId, run.id) },
    sign_of_life: view.work.signOfLife?.toISOString() ?? null,
    usually: usuallyOf(view),
    ...(view.maySeeDetail ? { failure: asFailureJson(run) } : {}),
  };
}

export function asListedRunJson(
  view: RunView,
  desk: Pick<Desk, "addresses"> & { readonly settled: Pick<Desk["settled"], "catalog"> },
): ListedRunJson {
  const {
    belief: _belief,
    input: _input,
    failure: _failure,
    sign_of_life: _signOfLife,
    usually: _usually,
    ...json
  } = asServedRunJson(view, desk);
  return asListedJson(json, view.run, desk.settled.catalog);
}

function usuallyOf({ work: { usualTime } }: RunView): ServedRunJson["usually"] {
  if (usualTime === null) return null;
  return { low_ms: Math.round(usualTime.lowMs), high_ms: Math.round(usualTime.highMs) };
}

/** The version of the record, for conditional actions. */
export function etagOf(view: RunView): string {
  return `"${view.run.version}"`;
}
