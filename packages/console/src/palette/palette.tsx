import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { useState } from "react";
import { useCapabilities } from "../access/use-capabilities.ts";
import { message } from "../messages/message.ts";
import { pageCommands } from "./page-commands.ts";
import { fittingGroups, type PaletteGroup, type PaletteItem } from "./palette-item.ts";
import { useFoundRuns } from "./use-found-runs.ts";
import { usePlaces } from "./use-places.ts";

/** One field for everywhere: runs, pages, views, environments, and what can be done on the page behind it. */
export function Palette({ workspace, onClose }: { readonly workspace: string; onClose(): void }) {
  const [typed, setTyped] = useState("");
  const [commands] = useState(pageCommands);
  const places = usePlaces(workspace);
  const maySeeRuns = useCapabilities(workspace).has("runs.view");
  const { group: runs, isLooking } = useFoundRuns(workspace, typed);
  const groups = [
    ...fittingGroups([commands, ...places], typed),
    ...(runs.items.length === 0 ? [] : [runs]),
  ];
  const take = (item: PaletteItem) => {
    onClose();
    // The dialog gives the focus back first; then the action may take it elsewhere.
    setTimeout(() => item.run());
  };
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Dialog.Popup
          aria-label={message("palette.title")}
          className="fixed top-[12vh] left-1/2 z-50 flex max-h-[70dvh] w-[38rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 flex-col overflow-hidden rounded-xl border border-line bg-raised shadow-xl"
        >
          <Autocomplete.Root
            open
            inline
            mode="none"
            items={groups}
            value={typed}
            onValueChange={(next, { reason }) =>
              reason === "item-press" ? undefined : setTyped(next)
            }
            autoHighlight="always"
            keepHighlight
            itemToStringValue={({ label }: PaletteItem) => label}
          >
            <div className="flex items-center gap-2 border-b border-line px-3.5">
              <Search aria-hidden="true" size={16} className="text-soft" />
              <Autocomplete.Input
                aria-label={message("palette.title")}
                placeholder={message(
                  maySeeRuns ? "palette.placeholder" : "palette.placeholder.no_runs",
                )}
                className="min-h-11 w-full bg-transparent outline-none placeholder:text-soft"
              />
            </div>
            <Autocomplete.Empty className="px-3.5 py-3 text-soft empty:hidden">
              {groups.length > 0 ? null : message(isLooking ? "palette.searching" : "palette.none")}
            </Autocomplete.Empty>
            <Autocomplete.List
              aria-label={message("palette.title")}
              className="overflow-y-auto p-1.5 empty:hidden"
            >
              {(group: PaletteGroup) => (
                <Autocomplete.Group key={group.title} items={[...group.items]} className="pb-1">
                  <Autocomplete.GroupLabel className="px-2 py-1 text-tiny font-semibold text-soft">
                    {group.title}
                  </Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(item: PaletteItem) => (
                      <Autocomplete.Item
                        key={item.id}
                        value={item}
                        onClick={() => take(item)}
                        className="flex cursor-default items-baseline gap-3 rounded-md px-2 py-1.5 select-none data-highlighted:bg-accent-ground data-highlighted:text-accent"
                      >
                        <span className="min-w-0 truncate">{item.label}</span>
                        <span className="ml-auto min-w-0 shrink-0 truncate text-small text-soft max-sm:hidden">
                          {item.note}
                        </span>
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
          <p className="border-t border-line px-3.5 py-2 text-tiny text-soft">
            {message("palette.hint")}
          </p>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
