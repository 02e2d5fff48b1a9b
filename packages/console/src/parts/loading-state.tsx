import { message } from "../messages/message.ts";

/** Content that is on its way. It keeps the room that content takes, so that nothing jumps. */
export function LoadingState({ rows = 8 }: { readonly rows?: number }) {
  return (
    <output data-loading="" className="flex flex-col gap-2 py-2">
      <span className="sr-only">{message("state.loading")}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} aria-hidden="true" className="h-9 animate-pulse rounded-md bg-sunken" />
      ))}
    </output>
  );
}
