import { Autocomplete } from "@base-ui/react/autocomplete";
import { type ComponentProps, useLayoutEffect, useRef } from "react";
import { message } from "../messages/message.ts";
import type { Completion } from "./complete-search.ts";
import type { TextSelection } from "./text-selection.ts";

interface CompletingInputProps {
  readonly look: ComponentProps<"input">;
  readonly value: string;
  readonly completions: readonly Completion[];
  readonly isOpen: boolean;
  /** The focus that it takes over from the field in whose place it comes. */
  readonly selection: TextSelection | null;
  onOpen(isOpen: boolean): void;
  onChange(value: string): void;
}

/** A field that offers what its text may become. Loaded when the field is first used. */
export function CompletingInput(props: CompletingInputProps) {
  const { look, value, completions, isOpen, selection, onOpen, onChange } = props;
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (selection === null) return;
    input.current?.focus();
    input.current?.setSelectionRange(selection.start, selection.end);
  }, [selection]);
  return (
    <Autocomplete.Root
      items={completions}
      mode="none"
      value={value}
      itemToStringValue={({ text: whole }: Completion) => whole}
      onValueChange={(next, { reason }) => {
        onChange(next);
        // A filter's name is half of what is wanted: its values follow.
        onOpen(reason === "input-change" || next.endsWith(":"));
      }}
      open={isOpen && completions.length > 0}
      onOpenChange={(open, { reason }) => (reason === "item-press" ? undefined : onOpen(open))}
      openOnInputClick
    >
      <Autocomplete.Input
        {...look}
        ref={input}
        onKeyDown={({ key }) => {
          if (key === "Escape" && !isOpen) input.current?.blur();
        }}
      />
      <Completions />
    </Autocomplete.Root>
  );
}

function Completions() {
  return (
    <Autocomplete.Portal>
      <Autocomplete.Positioner className="z-30" sideOffset={4}>
        <Autocomplete.Popup className="w-[var(--anchor-width)] max-w-[var(--available-width)] rounded-lg border border-line bg-raised p-1 shadow-lg">
          <Autocomplete.List
            aria-label={message("runs.search.offers")}
            className="max-h-[min(22rem,var(--available-height))] overflow-y-auto"
          >
            {(completion: Completion) => (
              <Autocomplete.Item
                key={completion.text}
                value={completion}
                className="flex cursor-default items-baseline gap-3 rounded-md px-2 py-1 text-small select-none data-highlighted:bg-accent-ground"
              >
                <span className="font-mono whitespace-nowrap">{completion.shown}</span>
                <span className="min-w-0 truncate text-soft">{completion.words}</span>
              </Autocomplete.Item>
            )}
          </Autocomplete.List>
        </Autocomplete.Popup>
      </Autocomplete.Positioner>
    </Autocomplete.Portal>
  );
}
