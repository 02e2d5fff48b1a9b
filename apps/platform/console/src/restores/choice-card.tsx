import { Card, ChoiceField, NeedingButton, useMomentWords } from "settled-console/app";
import type { EnvironmentPlace } from "../places/environment-place.ts";
import { text } from "../text.ts";
import { ItemChoice } from "./item-choice.tsx";
import { ACCESS_STATES, type RestoreChoice, type SnapshotLine } from "./restore-shape.ts";

interface ChoiceCardProps {
  readonly place: EnvironmentPlace;
  readonly snapshots: readonly SnapshotLine[];
  readonly choice: RestoreChoice;
  readonly isPlanning: boolean;
  onChange(choice: RestoreChoice): void;
  onPlan(): void;
}

/** From which snapshot, which items, and in what state conditional access is written. */
export function ChoiceCard(props: ChoiceCardProps) {
  const { place, snapshots, choice, isPlanning, onChange, onPlan } = props;
  const momentWords = useMomentWords();
  const isChosen = choice.items === null || choice.items.length > 0;
  return (
    <Card title={text("restores.choice")}>
      <div className="flex flex-col gap-4">
        <label className="flex flex-col gap-1">
          <span className="font-semibold">{text("restores.choice.snapshot")}</span>
          <select
            value={choice.snapshot}
            onChange={(event) => onChange({ ...choice, snapshot: event.target.value, items: null })}
            className="min-h-9 max-w-full rounded-md border border-strong-line bg-card px-2 py-1"
          >
            {snapshots.map(({ id, sealed_at: at, counts }) => (
              <option key={id} value={id}>
                {text("restores.choice.sealed", {
                  at: momentWords(at),
                  count: counts["items"] ?? 0,
                })}
              </option>
            ))}
          </select>
        </label>
        <ChoiceField
          label={text("restores.choice.items")}
          choices={[
            { value: "everything", label: text("restores.choice.everything") },
            { value: "some", label: text("restores.choice.some") },
          ]}
          value={choice.items === null ? "everything" : "some"}
          onChange={(which) =>
            onChange({ ...choice, items: which === "some" ? (choice.items ?? []) : null })
          }
        >
          {choice.items === null ? null : (
            <ItemChoice
              place={place}
              snapshot={choice.snapshot}
              value={choice.items}
              onChange={(items) => onChange({ ...choice, items })}
            />
          )}
        </ChoiceField>
        <ChoiceField
          label={text("restores.access")}
          choices={ACCESS_STATES.map((value) => ({
            value,
            label: text(`restores.access.${value}`),
          }))}
          value={choice.accessState}
          onChange={(accessState) => onChange({ ...choice, accessState })}
        />
        <div className="flex flex-wrap items-center gap-3">
          <NeedingButton
            workspace={place.workspace}
            capability="restores.execute"
            look="main"
            disabled={!isChosen || isPlanning}
            onClick={onPlan}
          >
            {text("restores.choice.plan")}
          </NeedingButton>
          <span className="text-small text-soft">
            {text(isChosen ? "restores.choice.writes_nothing" : "restores.choice.none")}
          </span>
        </div>
      </div>
    </Card>
  );
}
