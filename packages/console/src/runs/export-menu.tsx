import { Download } from "lucide-react";
import { useApi } from "../api/use-api.ts";
import { message } from "../messages/message.ts";
import { MenuButton } from "../parts/menu-button.tsx";
import { type RunsQuestion, runsPath } from "./runs-query.ts";

const FORMATS = ["csv", "ndjson"] as const;

/** Every run that this list finds, as a file: the same filters, all pages. */
export function ExportMenu({ question }: { readonly question: RunsQuestion }) {
  const api = useApi();
  const addressOf = (format: string) =>
    api.addressOf(
      runsPath({ ...question, parameters: { ...question.parameters, format } }, ":export"),
    );
  return (
    <MenuButton
      face={
        <>
          <Download aria-hidden="true" size={15} />
          <span className="max-sm:sr-only">{message("runs.export")}</span>
        </>
      }
      sections={[
        {
          entries: FORMATS.map((format) => ({
            kind: "file",
            label: message(`runs.export.${format}`),
            href: addressOf(format),
          })),
        },
      ]}
    />
  );
}
