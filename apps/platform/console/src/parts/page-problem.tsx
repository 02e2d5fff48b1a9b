import { ProblemState } from "settled-console/app";

/** Why a page cannot be shown. A page has a heading even then, which says what it would have been. */
export function PageProblem({
  title,
  error,
  onRetry,
}: {
  readonly title: string;
  readonly error: unknown;
  onRetry(): void;
}) {
  return (
    <>
      <h1 className="sr-only">{title}</h1>
      <ProblemState error={error} onRetry={onRetry} />
    </>
  );
}
