import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import {
  Button,
  DialogClose,
  DialogFrame,
  NeedingButton,
  ProblemNote,
  ReasonField,
  useApi,
  newKey,
} from "settled-console/app";
import { type EnvironmentPlace, reviewPath } from "../environments/places.ts";
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
  const key = useRef("");
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const action = useMutation({
    mutationFn: () =>
      api.ask(`${reviewPath(place, review.id)}:${verb}`, {
        method: "POST",
        body: reason.trim() === "" ? {} : { reason: reason.trim() },
        idempotencyKey: key.current,
        ...(etag === null ? {} : { ifMatch: etag }),
      }),
  });
  const open = () => {
    key.current = newKey();
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    setReason("");
    action.reset();
  };
  const take = () =>
    action.mutate(undefined, {
      onSuccess: () => {
        close();
        onDone();
      },
    });
  const change = (value: string) => {
    key.current = newKey();
    setReason(value);
  };
  const isWhole = !isReasonRequired || reason.trim() !== "";
  return (
    <>
      <NeedingButton workspace={place.workspace} capability={CAPABILITIES[verb]} onClick={open}>
        {text(`review.${verb}`)}
      </NeedingButton>
      <DialogFrame
        isOpen={isOpen}
        onClose={close}
        title={text(`review.${verb}.title`)}
        detail={text(`review.${verb}.detail`)}
      >
        <ReasonField value={reason} isRequired={isReasonRequired} onChange={change} />
        {action.isError ? <ProblemNote error={action.error} /> : null}
        <div className="flex justify-end gap-2">
          <DialogClose />
          <Button look="main" disabled={!isWhole || action.isPending} onClick={take}>
            {text(`review.${verb}`)}
          </Button>
        </div>
      </DialogFrame>
    </>
  );
}
