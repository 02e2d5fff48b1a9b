import { Button } from "settled-console/app";
import { text } from "../text.ts";

/** The way to the next page of a list, where there is one. */
export function MoreButton({
  found,
}: {
  readonly found: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    fetchNextPage(): Promise<unknown>;
  };
}) {
  if (!found.hasNextPage) return null;
  return (
    <Button
      className="mt-2"
      disabled={found.isFetchingNextPage}
      onClick={() => void found.fetchNextPage()}
    >
      {text("list.older")}
    </Button>
  );
}
