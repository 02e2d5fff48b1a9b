import type { RunListFilter } from "../../client/answers.ts";
import { asRunFilter as asStoredFilter } from "../../http/run-filter.ts";
import type { RunFilter } from "../../ports/run-reader.ts";
import { asEnvironmentId } from "../../run/scope.ts";

/** The filter of a desk as the store takes it. Refuses an environment that is none with `invalid_scope`. */
export function asRunFilter({ environment, since, until, ...asked }: RunListFilter): RunFilter {
  return asStoredFilter({
    ...asked,
    ...(environment === undefined ? {} : { environment: environment.map(asEnvironmentId) }),
    ...(since === undefined ? {} : { since: new Date(since) }),
    ...(until === undefined ? {} : { until: new Date(until) }),
  });
}
