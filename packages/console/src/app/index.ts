export { NeedingButton } from "../access/needing-button.tsx";
export { type Capabilities, useCapabilities } from "../access/use-capabilities.ts";
export { type Me, useMe } from "../access/use-me.ts";
export { useAnnounce } from "../announce/announcer.tsx";
export { type Api, type ApiCall } from "../api/create-api.ts";
export type { FileVerdict } from "../api/checked-file.ts";
export { problemIn } from "../api/api-problem.ts";
export type { ListedRun, RunOutcome, RunStatus, ServedRun } from "../api/run-shape.ts";
export { newKey } from "../api/new-key.ts";
export { type StartedRun, useStartOperation } from "../start/use-start-operation.ts";
export { takeFile } from "../api/take-file.ts";
export { useApi } from "../api/use-api.ts";
export { Moment } from "../clock/moment.tsx";
export { TimeAgo } from "../clock/time-ago.tsx";
export { TimeUntil } from "../clock/time-until.tsx";
export { useMomentWords } from "../clock/use-moment-words.ts";
export { createMessage } from "../messages/create-message.ts";
export { Button, buttonClass } from "../parts/button.tsx";
export { Card } from "../parts/card.tsx";
export { ChoiceField } from "../parts/choice-field.tsx";
export { ConfirmDialog } from "../parts/confirm-dialog.tsx";
export { CopyText } from "../parts/copy-text.tsx";
export { FIELD, LabelledField } from "../parts/field.tsx";
export { DialogClose, DialogFrame } from "../parts/dialog-frame.tsx";
export { FactList } from "../parts/fact-list.tsx";
export { LoadingState } from "../parts/loading-state.tsx";
export { NotFoundState } from "../parts/not-found-state.tsx";
export { OutcomeMark } from "../parts/outcome-mark.tsx";
export { Mark, type MarkLook, type MarkTone } from "../parts/mark.tsx";
export { PageHead } from "../parts/page-head.tsx";
export { type PlainColumn, PlainTable } from "../parts/plain-table.tsx";
export { ProblemNote } from "../parts/problem-note.tsx";
export { ProblemState } from "../parts/problem-state.tsx";
export { SecretDialog } from "../parts/secret-dialog.tsx";
export { ReasonField } from "../parts/reason-field.tsx";
export { RunNote } from "../run/run-note.tsx";
export { useFollowedRun } from "../run/use-followed-run.ts";
export { StateFrame } from "../parts/state-frame.tsx";
export type {
  ConsoleExtension,
  ConsolePage,
  NavigationItem,
  StartPlace,
} from "./console-extension.ts";
// The pages of a host stand in the console's router, and so must link by the same one.
export { Link, Navigate, useNavigate, useSearch } from "@tanstack/react-router";
export { mountConsole } from "./mount-console.tsx";
export { useAboutEnvironment } from "./shown-environment.tsx";
export { usePathPart } from "./use-path-part.ts";

// Parts that the host's pages share with the console's own.
export { useNow } from "../clock/use-now.ts";
export { LiveMark } from "../live/live-mark.tsx";
export { useStream } from "../live/use-stream.ts";
export type { ButtonLook } from "../parts/button.tsx";
export { ProgressBar } from "../run/progress-bar.tsx";
// One router draws all of them.
