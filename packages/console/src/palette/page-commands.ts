import { message } from "../messages/message.ts";
import type { PaletteGroup } from "./palette-item.ts";

/** What the page behind the palette offers to do: its buttons that say `data-command`, taken as if they were clicked. */
export function pageCommands(): PaletteGroup {
  const buttons = document.querySelectorAll<HTMLElement>("#content [data-command]");
  return {
    title: message("palette.actions"),
    items: [...buttons]
      .filter((button) => button.getAttribute("aria-disabled") !== "true")
      .filter((button) => !button.matches(":disabled"))
      .map((button, index) => ({
        id: `command-${index}`,
        label: button.getAttribute("aria-label") ?? button.textContent.trim(),
        note: "",
        run: () => {
          button.focus();
          button.click();
        },
      })),
  };
}
