import type { SqlExecutor, TruthReader } from "settled";

/** The truth reader as an executor, so that adapters and the product read by the same functions. */
export function asExecutor(truth: TruthReader): SqlExecutor {
  return {
    async executeSql(text, values) {
      return { rows: await truth.query(text, values ?? []) };
    },
  };
}
