import { text } from "../text.ts";
import type { ReviewLine } from "./use-review-lines.ts";

/** Of which review the packs are looked at. */
export function ReviewChoice({
  reviews,
  value,
  onChange,
}: {
  readonly reviews: readonly ReviewLine[];
  readonly value: string;
  onChange(id: string): void;
}) {
  return (
    <label className="flex items-center gap-2 text-small">
      <span className="text-soft">{text("packs.of_review")}</span>
      <select
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-8 rounded-md border border-strong-line bg-card px-2 py-1 font-semibold"
      >
        {reviews.map(({ id, sequence, period, status }) => (
          <option key={id} value={id}>
            {text("packs.review_choice", { sequence, period, status })}
          </option>
        ))}
      </select>
    </label>
  );
}
