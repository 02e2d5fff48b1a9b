import { Printer } from "lucide-react";
import { Button, buttonClass, Link, type StartedRun } from "settled-console/app";
import { ComposeAction } from "../environments/compose-action.tsx";
import { environmentPath, type EnvironmentPlace } from "../environments/places.ts";
import { text } from "../text.ts";
import { ReasonedAction } from "./reasoned-action.tsx";
import type { Review } from "./review-shape.ts";

interface ReviewActionsProps {
  readonly place: EnvironmentPlace;
  readonly review: Review;
  readonly etag: string | null;
  onStarted(run: StartedRun): void;
  onDone(): void;
}

/** What can be done with the review as it stands. What was taken back has nothing left to be done to it. */
export function ReviewActions({ place, review, etag, onStarted, onDone }: ReviewActionsProps) {
  const { status, publication, document_state: content } = review;
  const isRetracted = status === "withdrawn" || status === "invalid";
  const seen = { place, review, etag, onDone };
  return (
    <>
      <Link
        to={`${environmentPath(place)}/packs`}
        search={{ review: review.id }}
        className={buttonClass()}
      >
        {text("review.packs")}
      </Link>
      <Button look="quiet" onClick={() => print()}>
        <Printer aria-hidden="true" size={15} />
        {text("review.print")}
      </Button>
      {publication === null ? (
        isRetracted || content !== "intact" ? null : (
          <ReasonedAction {...seen} verb="publish" isReasonRequired={false} />
        )
      ) : (
        <ReasonedAction {...seen} verb="unpublish" isReasonRequired />
      )}
      {isRetracted ? null : (
        <>
          <ReasonedAction {...seen} verb="withdraw" isReasonRequired />
          <ReasonedAction {...seen} verb="invalidate" isReasonRequired />
        </>
      )}
      <ComposeAction place={place} onStarted={onStarted} />
    </>
  );
}
