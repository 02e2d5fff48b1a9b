import { useId, useState } from "react";
import {
  ChoiceField,
  DialogClose,
  NeedingButton,
  ProblemNote,
  ReasonField,
} from "settled-console/app";
import type { EnvironmentPlace } from "../environments/places.ts";
import { text } from "../text.ts";
import { DECIDED } from "./findings-view.ts";
import type { FindingLine, IntactReview } from "./review-shape.ts";
import { endOfDay, useDecision } from "./use-decision.ts";

interface DecideFormProps {
  readonly place: EnvironmentPlace;
  readonly review: IntactReview;
  readonly line: FindingLine;
  onDecided(): void;
}

/** What is decided about the finding, why, and until when. It counts from the next review on. */
export function DecideForm({ place, review, line, onDecided }: DecideFormProps) {
  const dateId = useId();
  const [disposition, setDisposition] = useState<(typeof DECIDED)[number]>("accepted");
  const [reason, setReason] = useState("");
  const [date, setDate] = useState("");
  const decision = useDecision(place, review, line);
  const decide = () => {
    if (reason.trim() === "" || decision.isPending) return;
    const expires = date === "" ? {} : { expires_at: endOfDay(date) };
    decision.mutate(
      { disposition, reason: reason.trim(), ...expires },
      {
        onSuccess: () => {
          setReason("");
          onDecided();
        },
      },
    );
  };
  return (
    <>
      <ChoiceField
        label={text("decide.what")}
        choices={DECIDED.map((value) => ({ value, label: text(`decide.as.${value}`) }))}
        value={disposition}
        isInColumns
        onChange={(chosen) => setDisposition(chosen)}
      />
      <ReasonField value={reason} isRequired onChange={setReason} />
      <div className="flex flex-col gap-1">
        <label htmlFor={dateId} className="font-semibold">
          {text("decide.until")}
        </label>
        <input
          id={dateId}
          type="date"
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
          className="min-h-8 self-start rounded-md border border-strong-line bg-card px-2 py-1"
        />
      </div>
      <p className="text-small text-soft">{text("decide.counts")}</p>
      {decision.isError ? <ProblemNote error={decision.error} /> : null}
      <div className="flex items-center justify-end gap-2">
        <output className="grow text-good">{decision.isSuccess ? text("decide.done") : ""}</output>
        <DialogClose />
        <NeedingButton
          workspace={place.workspace}
          capability="findings.decide"
          look="main"
          disabled={reason.trim() === "" || decision.isPending}
          onClick={decide}
        >
          {text("decide.confirm")}
        </NeedingButton>
      </div>
    </>
  );
}
