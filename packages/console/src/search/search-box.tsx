import { Autocomplete } from "@base-ui/react/autocomplete";
import { Search } from "lucide-react";
import { useId, useRef, useState } from "react";
import { message } from "../messages/message.ts";
import { type Completion, completionsOf } from "./complete-search.ts";
import type { SearchKey } from "./search-key.ts";

interface SearchBoxProps {
  readonly text: string;
  readonly keys: readonly SearchKey[];
  /** What of the search that is shown was not understood, in words. */
  readonly faults: readonly string[];
  onDraft(text: string): void;
  onSearch(text: string): void;
}

/** What is looked for, in the grammar of filters. What is not understood is said below it, and the rest still counts. */
export function SearchBox({ text, keys, faults, onDraft, onSearch }: SearchBoxProps) {
  const [draft, setDraft] = useState(text);
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const completions = completionsOf(draft, keys);
  return (
    <search className="relative w-full max-w-lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setOpen(false);
          onSearch(draft.trim());
        }}
      >
        <Autocomplete.Root
          items={completions}
          mode="none"
          value={draft}
          itemToStringValue={({ text: whole }: Completion) => whole}
          onValueChange={(next, { reason }) => {
            setDraft(next);
            onDraft(next);
            // A filter's name is half of what is wanted: its values follow.
            setOpen(reason === "input-change" || next.endsWith(":"));
          }}
          open={isOpen && completions.length > 0}
          onOpenChange={(open, { reason }) => (reason === "item-press" ? undefined : setOpen(open))}
          openOnInputClick
        >
          <label className="relative block">
            <span className="sr-only">{message("runs.search")}</span>
            <Search
              aria-hidden="true"
              size={15}
              className="absolute top-1/2 left-2.5 -translate-y-1/2 text-soft"
            />
            <Autocomplete.Input
              ref={input}
              data-shortcut="search"
              spellCheck={false}
              placeholder={message("runs.search.placeholder")}
              aria-describedby={faults.length === 0 ? undefined : hintId}
              aria-invalid={faults.length > 0}
              onKeyDown={({ key }) => {
                if (key === "Escape" && !isOpen) input.current?.blur();
              }}
              className="min-h-8 w-full rounded-md border border-strong-line bg-card py-1 pr-2 pl-8 text-small placeholder:text-soft aria-invalid:border-bad"
            />
          </label>
          <Completions />
        </Autocomplete.Root>
        {/* The library's own hidden field keeps Enter from searching in a form without a button. */}
        <button type="submit" hidden />
      </form>
      {faults.length === 0 ? null : (
        <output id={hintId} className="mt-1 block text-small text-bad">
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </output>
      )}
    </search>
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
