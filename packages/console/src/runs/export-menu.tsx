import { Menu } from "@base-ui/react/menu";
import { Download } from "lucide-react";
import { useApi } from "../api/use-api.ts";
import { message } from "../messages/message.ts";
import { buttonClass } from "../parts/button.tsx";
import { type RunsQuestion, runsPath } from "./use-runs.ts";

const FORMATS = ["csv", "ndjson"] as const;

/** Every run that this list finds, as a file: the same filters, all pages. */
export function ExportMenu({ question }: { readonly question: RunsQuestion }) {
  const api = useApi();
  const addressOf = (format: string) =>
    api.addressOf(
      runsPath({ ...question, parameters: { ...question.parameters, format } }, ":export"),
    );
  return (
    <Menu.Root>
      <Menu.Trigger className={buttonClass("quiet")}>
        <Download aria-hidden="true" size={15} />
        <span className="max-sm:sr-only">{message("runs.export")}</span>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end" className="z-30">
          <Menu.Popup className="min-w-56 rounded-lg border border-line bg-raised p-1.5 shadow-lg">
            {FORMATS.map((format) => (
              <Menu.LinkItem
                key={format}
                href={addressOf(format)}
                download=""
                className="block rounded-md px-2 py-1 text-ink no-underline data-highlighted:bg-sunken"
              >
                {message(`runs.export.${format}`)}
              </Menu.LinkItem>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
