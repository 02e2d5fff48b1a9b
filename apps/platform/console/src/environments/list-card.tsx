import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Card, LoadingState, ProblemNote } from "settled-console/app";

/** A card around a list that is asked for by itself: the page stands while it is on its way, and when it cannot be had. */
export function ListCard<Body>({
  title,
  aside,
  found,
  children,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly found: UseQueryResult<Body>;
  children(body: Body): ReactNode;
}) {
  return (
    <Card title={title} aside={aside}>
      {found.isPending ? (
        <LoadingState rows={3} />
      ) : found.isError ? (
        <ProblemNote isOfReading error={found.error} />
      ) : (
        children(found.data)
      )}
    </Card>
  );
}
