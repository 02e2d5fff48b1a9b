import { Columns3 } from "lucide-react";
import { message } from "../messages/message.ts";
import { MenuButton } from "../parts/menu-button.tsx";
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
    <MenuButton
      face={
        <>
          <Columns3 aria-hidden="true" size={15} />
          <span className="max-sm:sr-only">{message("runs.columns")}</span>
        </>
      }
      sections={[
        {
          entries: OPTIONAL_COLUMNS.map((name) => ({
            kind: "choice",
            label: message(`runs.column.${name}`),
            isChosen: columns.includes(name),
            choose: (isChosen) =>
              onChoose(
                OPTIONAL_COLUMNS.filter((one) => (one === name ? isChosen : columns.includes(one))),
              ),
          })),
        },
      ]}
    />
  );
}
