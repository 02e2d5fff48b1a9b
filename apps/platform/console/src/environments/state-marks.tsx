import { Mark, type MarkTone } from "settled-console/app";
import { text } from "../text.ts";
import type { Environment, ReviewLine, SnapshotLine } from "./environment-shape.ts";

const ENVIRONMENT: Readonly<Record<Environment["state"], MarkTone>> = {
  active: "good",
  suspended: "care",
  archived: "off",
};
const REVIEW: Readonly<Record<ReviewLine["status"], MarkTone>> = {
  draft: "care",
  current: "good",
  superseded: "off",
  withdrawn: "care",
  invalid: "bad",
};
const SNAPSHOT: Readonly<Record<SnapshotLine["state"], MarkTone>> = {
  building: "off",
  sealed: "good",
  failed: "bad",
};

export function EnvironmentMark({ state }: { readonly state: Environment["state"] }) {
  return <Mark tone={ENVIRONMENT[state]} label={text("environments.state", { state })} />;
}

export function ReviewMark({ status }: { readonly status: ReviewLine["status"] }) {
  return <Mark tone={REVIEW[status]} label={text("reviews.status", { status })} />;
}

export function SnapshotMark({ state }: { readonly state: SnapshotLine["state"] }) {
  return <Mark tone={SNAPSHOT[state]} label={text("snapshots.state", { state })} />;
}
