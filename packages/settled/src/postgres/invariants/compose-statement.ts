import type { NamedSql } from "../sql-files.ts";
import { type Invariant, statementNameOf } from "./invariant.ts";
import { EVERY_MOVE_IS_LEGAL } from "./invariant-list.ts";

/**
 * One statement that asks all invariants about one page: so its rows are read once, and at one moment. The SELECTs
 * stand over the common tables of `page-of-runs.sql`, each in the file of its invariant.
 */
export function composeStatement(
  sql: NamedSql,
  invariants: readonly Invariant[],
  truthViews: string,
): string {
  const asked = invariants.map((invariant) => {
    const question = `select '${invariant.name}' as invariant, asked.run_id, asked.workspace_id, asked.detail
from (
${sql(statementNameOf(invariant))}
) asked`;
    // The different moves are no violations yet: every one of them has to be judged.
    return invariant === EVERY_MOVE_IS_LEGAL ? `(${question})` : `(${question} limit $5)`;
  });
  const page = sql("page-of-runs");
  const statement = `${page}${asked.join("\nunion all\n")}`;
  return statement.replaceAll(":truth_view", () => withoutSemicolon(truthViews));
}

/** A semicolon at the end of the host's SELECT would end ours. */
function withoutSemicolon(text: string): string {
  return text.trim().replace(/;+$/, "");
}
