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
  const take = ({ text }: Completion) => {
    onChange(text);
    // A filter's name is half of what is wanted: its values follow.
    onOpen(text.endsWith(":"));
  };
  const isShown = isOpen && completions.length > 0;
  return (
    // Inline: its own popup would hide the whole page from screen readers while somebody types.
    <Autocomplete.Root
      inline
      open
      items={completions}
      mode="none"
      value={value}
      itemToStringValue={({ text: whole }: Completion) => whole}
      onValueChange={(next) => {
        onChange(next);
        onOpen(true);
      }}
    >
      <Autocomplete.Input
        {...look}
        ref={input}
        aria-expanded={isShown}
        onClick={() => onOpen(true)}
        onBlur={() => onOpen(false)}
        onKeyDown={({ key }) => {
          if (key === "ArrowDown" || key === "ArrowUp") onOpen(true);
          if (key !== "Escape") return;
          if (isShown) onOpen(false);
          else input.current?.blur();
        }}
      />
      {isShown ? (
        <Autocomplete.List
          aria-label={message("runs.search.offers")}
          className="absolute top-full z-30 mt-1 max-h-[min(22rem,60dvh)] w-full overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-lg"
        >
          {(completion: Completion) => (
            <Autocomplete.Item
              key={completion.text}
              value={completion}
              onClick={() => take(completion)}
              className="flex cursor-default items-baseline gap-3 rounded-md px-2 py-1 text-small select-none data-highlighted:bg-accent-ground"
            >
              <span className="font-mono whitespace-nowrap">{completion.shown}</span>
              <span className="min-w-0 truncate text-soft">{completion.words}</span>
            </Autocomplete.Item>
          )}
        </Autocomplete.List>
      ) : null}
    </Autocomplete.Root>
  );
}
