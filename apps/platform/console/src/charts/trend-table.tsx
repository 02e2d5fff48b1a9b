import { PlainTable } from "settled-console/app";
import type { TrendPoint } from "../../../src/review/review-trend.ts";
import { periodWords } from "../parts/period-words.ts";
import { text } from "../text.ts";

/** The figures of the trend, for who reads rather than looks. */
export function TrendTable({ points }: { readonly points: readonly TrendPoint[] }) {
  return (
    <PlainTable
      caption={text("chart.trend")}
      rows={points}
      keyOf={({ review_id }) => review_id}
      columns={[
        {
          name: text("reviews.column.review"),
          render: ({ sequence, period_key }) =>
            text("reviews.number", { number: String(sequence), period: periodWords(period_key) }),
        },
        {
          name: text("chart.trend.open"),
          isNumber: true,
          render: (one) => one.open_findings,
        },
        {
          name: text("chart.trend.high"),
          isNumber: true,
          render: (one) => one.open_high,
        },
        {
          name: text("area.not_assessed"),
          isNumber: true,
          render: (one) => one.not_assessed,
        },
        {
          name: text("chart.trend.covered"),
          isNumber: true,
          render: ({ types, types_complete: complete }) =>
            text("chart.trend.types", { complete: String(complete), types: String(types) }),
        },
      ]}
    />
  );
}
