export { type Api, type ApiCall } from "../api/create-api.ts";
export { problemIn } from "../api/api-problem.ts";
export type { ListedRun, RunOutcome, RunStatus, ServedRun } from "../api/run-shape.ts";
export { useApi } from "../api/use-api.ts";
export { TimeAgo } from "../clock/time-ago.tsx";
export { createMessage } from "../messages/create-message.ts";
export { Button, buttonClass } from "../parts/button.tsx";
export { LoadingState } from "../parts/loading-state.tsx";
export { NotFoundState } from "../parts/not-found-state.tsx";
export { OutcomeMark } from "../parts/outcome-mark.tsx";
export { ProblemState } from "../parts/problem-state.tsx";
export { StateFrame } from "../parts/state-frame.tsx";
export type { ConsoleExtension, ConsolePage, NavigationItem } from "./console-extension.ts";
export { mountConsole } from "./mount-console.tsx";
export { useAboutEnvironment } from "./shown-environment.tsx";
export { usePathPart } from "./use-path-part.ts";

// Parts that the host's pages share with the console's own.
export { NeedingButton } from "../access/needing-button.tsx";
export { useNow } from "../clock/use-now.ts";
export { LiveMark } from "../live/live-mark.tsx";
export { useStream } from "../live/use-stream.ts";
export type { ButtonLook } from "../parts/button.tsx";
export { Card } from "../parts/card.tsx";
export { CopyText } from "../parts/copy-text.tsx";
export { DialogClose, DialogFrame } from "../parts/dialog-frame.tsx";
export { FactList } from "../parts/fact-list.tsx";
export { ProblemNote } from "../parts/problem-note.tsx";
export { ReasonField } from "../parts/reason-field.tsx";
export { ProgressBar } from "../run/progress-bar.tsx";
// One router draws all of them.
export { Link, useNavigate, useSearch } from "@tanstack/react-router";
