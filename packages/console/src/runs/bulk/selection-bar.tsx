import { NeedingButton } from "../../access/needing-button.tsx";
import { message } from "../../messages/message.ts";
import { Button } from "../../parts/button.tsx";
import { BULK_ACTIONS, type BulkAction } from "./bulk-wish.ts";

/** How many are selected, whether everything that the list finds is meant instead, and what can be done with them. */
export function SelectionBar({
  workspace,
  count,
  isAll,
  onAll,
  onAct,
  onClear,
}: {
  readonly workspace: string;
  readonly count: number;
  readonly isAll: boolean;
  onAll(isAll: boolean): void;
  onAct(action: BulkAction): void;
  onClear(): void;
}) {
  return (
    <section
      aria-label={message("bulk.bar")}
      className="sticky top-12 z-10 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-accent bg-accent-ground px-3 py-2"
    >
      <p className="font-semibold text-accent">
        {isAll ? message("bulk.all") : message("bulk.selected", { count })}
      </p>
      <button
        type="button"
        className="text-small text-accent underline"
        onClick={() => onAll(!isAll)}
      >
        {message(isAll ? "bulk.only_selected" : "bulk.choose_all", { count })}
      </button>
      <div className="grow" />
      <div className="flex flex-wrap gap-2">
        {BULK_ACTIONS.map((action) => (
          <NeedingButton
            key={action}
            workspace={workspace}
            capability={`runs.${action}`}
            onClick={() => onAct(action)}
          >
            {message(`bulk.${action}`)}
          </NeedingButton>
        ))}
        <Button look="quiet" onClick={onClear}>
          {message("bulk.clear")}
        </Button>
      </div>
    </section>
  );
}
