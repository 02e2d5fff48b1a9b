import { Menu } from "@base-ui/react/menu";
import { Check, Columns3 } from "lucide-react";
import { message } from "../messages/message.ts";
import { buttonClass } from "../parts/button.tsx";
import { OPTIONAL_COLUMNS, type OptionalColumn } from "./column-choice.ts";

/** Which of the further columns are shown. */
export function ColumnsMenu({
  columns,
  onChoose,
}: {
  readonly columns: readonly OptionalColumn[];
  onChoose(columns: readonly OptionalColumn[]): void;
}) {
  return (
    <Menu.Root>
      <Menu.Trigger className={buttonClass("quiet")}>
        <Columns3 aria-hidden="true" size={15} />
        <span className="max-sm:sr-only">{message("runs.columns")}</span>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end" className="z-30">
          <Menu.Popup className="min-w-48 rounded-lg border border-line bg-raised p-1.5 shadow-lg">
            {OPTIONAL_COLUMNS.map((name) => (
              <Menu.CheckboxItem
                key={name}
                checked={columns.includes(name)}
                onCheckedChange={(isShown) =>
                  onChoose(
                    OPTIONAL_COLUMNS.filter((one) =>
                      one === name ? isShown : columns.includes(one),
                    ),
                  )
                }
                closeOnClick={false}
                className="flex cursor-default items-center gap-2 rounded-md px-2 py-1 data-highlighted:bg-sunken"
              >
                <span className="inline-flex w-4">
                  <Menu.CheckboxItemIndicator>
                    <Check aria-hidden="true" size={14} />
                  </Menu.CheckboxItemIndicator>
                </span>
                {message(`runs.column.${name}`)}
              </Menu.CheckboxItem>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
