import type { RunFilter } from "../ports/run-reader.ts";
import type { z } from "zod";
import type { RUN_FILTER_QUERY } from "./run-query.ts";

/** What a query says about which runs it asks for. */
export type AskedFilter = Immutable<z.output<typeof RUN_FILTER_QUERY>>;

type Immutable<Asked> = {
  readonly [Name in keyof Asked]: Asked[Name] extends (infer One)[] | undefined
    ? readonly One[]
    : Asked[Name];
};

/** The words of a query as the store takes them. */
export function asRunFilter(asked: AskedFilter): RunFilter {
  const { status, outcome, type, environment, reason, initiator, since, until } = asked;
  const { q, reconciled, needs_person: needsPerson } = asked;
  return {
    ...(status === undefined ? {} : { status }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(type === undefined ? {} : { operationType: type }),
    ...(environment === undefined ? {} : { environmentId: environment }),
    ...(reason === undefined ? {} : { reason }),
    ...(initiator === undefined ? {} : { initiatorId: initiator }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(q === undefined ? {} : { search: q }),
    ...(reconciled === undefined ? {} : { reconciled }),
    ...(needsPerson === undefined ? {} : { needsPerson }),
  };
}
