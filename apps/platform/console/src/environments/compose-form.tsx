import { useId, useState } from "react";
import {
  Button,
  DialogClose,
  ProblemNote,
  type StartedRun,
  useNow,
  useStartOperation,
} from "settled-console/app";
import { ChoiceBox } from "../parts/choice-box.tsx";
import { text } from "../text.ts";
import { monthOf, PERIOD_KINDS, type PeriodChoice, periodOf } from "./compose-period.ts";
import type { EnvironmentPlace } from "./places.ts";
import { useBaselines } from "./use-baselines.ts";

/** As the last review was composed. */
const SAME = "same";
const NONE = "none";

/** For which period, and compared with what. The newest sealed snapshot is what is reviewed. */
export function ComposeForm({
  place,
  onStarted,
}: {
  readonly place: EnvironmentPlace;
  onStarted(run: StartedRun): void;
}) {
  const now = useNow();
  const monthId = useId();
  const [period, setPeriod] = useState<PeriodChoice>({ kind: "month", month: monthOf(now) });
  const [baseline, setBaseline] = useState(SAME);
  const baselines = useBaselines(place.workspace).data ?? [];
  const start = useStartOperation({ ...place, type: "environment.review.compose" });
  const key = periodOf(period);
  const compose = () => {
    const compared = baseline === SAME ? {} : { baseline_id: baseline };
    const { environment } = place;
    start.mutate({ environment, input: { period: key, ...compared } }, { onSuccess: onStarted });
  };
  return (
    <>
      <ChoiceBox
        label={text("compose.period")}
        value={period.kind}
        choices={PERIOD_KINDS.map((kind) => ({
          value: kind,
          label: text(`compose.period.${kind}`),
        }))}
        onChange={(value) => {
          const kind = PERIOD_KINDS.find((one) => one === value) ?? "month";
          setPeriod({ ...period, kind });
        }}
      />
      {period.kind === "adhoc" ? null : (
        <div className="flex flex-col gap-1">
          <label htmlFor={monthId} className="text-small font-semibold">
            {text(period.kind === "month" ? "compose.month" : "compose.month_of_quarter")}
          </label>
          <input
            id={monthId}
            type="month"
            value={period.month}
            onChange={(event) => setPeriod({ ...period, month: event.currentTarget.value })}
            className="min-h-8 rounded-md border border-strong-line bg-card px-2 py-1"
          />
        </div>
      )}
      <ChoiceBox
        label={text("compose.baseline")}
        value={baseline}
        choices={[
          { value: SAME, label: text("compose.baseline.same") },
          ...baselines.map(({ baseline_id: value, name }) => ({ value, label: name })),
          { value: NONE, label: text("compose.baseline.none") },
        ]}
        onChange={setBaseline}
      />
      {start.isError ? <ProblemNote error={start.error} /> : null}
      <div className="flex justify-end gap-2">
        <DialogClose />
        <Button look="main" disabled={key === null || start.isPending} onClick={compose}>
          {text("compose.confirm")}
        </Button>
      </div>
    </>
  );
}
