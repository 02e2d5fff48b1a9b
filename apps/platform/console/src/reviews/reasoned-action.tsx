import { useApi } from "settled-console/app";
import { type EnvironmentPlace, reviewPath } from "../environments/places.ts";
import { ReasonAction } from "../parts/reason-action.tsx";
import { text } from "../text.ts";
import type { Review } from "./review-shape.ts";

const CAPABILITIES = {
  publish: "reviews.publish",
  unpublish: "reviews.publish",
  withdraw: "reviews.retract",
  invalidate: "reviews.retract",
} as const;

interface ReasonedActionProps {
  readonly place: EnvironmentPlace;
  readonly review: Review;
  readonly etag: string | null;
  readonly verb: keyof typeof CAPABILITIES;
  readonly isReasonRequired: boolean;
  onDone(): void;
}

/** An action on a review that takes nothing but a reason, taken on the review as the person saw it. */
export function ReasonedAction(props: ReasonedActionProps) {
  const { place, review, etag, verb, isReasonRequired, onDone } = props;
  const api = useApi();
  const act = async (reason: string, key: string) => {
    await api.ask(`${reviewPath(place, review.id)}:${verb}`, {
      method: "POST",
      body: reason === "" ? {} : { reason },
      idempotencyKey: key,
      ...(etag === null ? {} : { ifMatch: etag }),
    });
    onDone();
  };
  return (
    <ReasonAction
      workspace={place.workspace}
      capability={CAPABILITIES[verb]}
      label={text(`review.${verb}`)}
      title={text(`review.${verb}.title`)}
      detail={text(`review.${verb}.detail`)}
      isReasonRequired={isReasonRequired}
      act={act}
    />
  );
}
