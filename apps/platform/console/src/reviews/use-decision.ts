import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { useApi, newKey } from "settled-console/app";
import { environmentPath, type EnvironmentPlace } from "../environments/places.ts";
import type { Decision, FindingLine, IntactReview } from "./review-shape.ts";

export interface DecisionInput {
  readonly disposition: Decision["disposition"];
  readonly reason: string;
  readonly expires_at?: string;
}

/** Records a decision about a finding, against the baseline and the snapshot in which the review found it. */
export function useDecision(place: EnvironmentPlace, review: IntactReview, line: FindingLine) {
  const api = useApi();
  const last = useRef({ text: "", key: "" });
  return useMutation({
    mutationFn: async (input: DecisionInput) => {
      const baseline = review.document.baseline?.baseline_id;
      const body = {
        ...input,
        snapshot_id: review.snapshot_id,
        ...(baseline === undefined ? {} : { baseline_id: baseline }),
      };
      const text = JSON.stringify(body);
      if (last.current.text !== text) last.current = { text, key: newKey() };
      const path = `${environmentPath(place)}/findings/${encodeURIComponent(line.finding_key)}/dispositions`;
      const call = { method: "POST", body, idempotencyKey: last.current.key } as const;
      const answer = await api.ask<Decision>(path, call);
      last.current = { text: "", key: "" };
      return answer.body;
    },
  });
}

/** A decision counts to the end of its last day, wherever it is read. */
export function endOfDay(date: string): string {
  return `${date}T23:59:59Z`;
}
