import { Search } from "lucide-react";
import { useId, useRef, useState } from "react";
import { createLaterPart } from "../app/create-later-part.ts";
import { message } from "../messages/message.ts";
import { completionsOf } from "./complete-search.ts";
import type { SearchKey } from "./search-key.ts";
import { selectionIn, type TextSelection } from "./text-selection.ts";

const useCompletingInput = createLaterPart(
  async () => (await import("./completing-input.tsx")).CompletingInput,
);

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
  const [selection, setSelection] = useState<TextSelection | null>(null);
  // A word in the making would be torn apart: the field that completes comes when it is done.
  const [isComposing, setComposing] = useState(false);
  const plain = useRef<HTMLInputElement>(null);
  const { Part: CompletingInput, warm, use } = useCompletingInput();
  const hintId = useId();
  const change = (next: string) => {
    setDraft(next);
    onDraft(next);
  };
  const look = {
    "data-shortcut": "search",
    spellCheck: false,
    placeholder: message("runs.search.placeholder"),
    "aria-describedby": faults.length === 0 ? undefined : hintId,
    "aria-invalid": faults.length > 0,
    className:
      "min-h-8 w-full rounded-md border border-strong-line bg-card py-1 pr-2 pl-8 text-small placeholder:text-soft aria-invalid:border-bad",
  };
  return (
    <search className="relative w-full max-w-lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setOpen(false);
          onSearch(draft.trim());
        }}
      >
        <label className="relative block">
          <span className="sr-only">{message("runs.search")}</span>
          <Search
            aria-hidden="true"
            size={15}
            className="absolute top-1/2 left-2.5 -translate-y-1/2 text-soft"
          />
          {CompletingInput === null || isComposing ? (
            <input
              {...look}
              ref={plain}
              role="combobox"
              aria-expanded={false}
              aria-haspopup="listbox"
              aria-controls={`${hintId}-offers`}
              autoComplete="off"
              value={draft}
              onPointerEnter={warm}
              onFocus={() => void use(() => setSelection(selectionIn(plain.current)))}
              // Whoever has left the field when it can complete is offered nothing.
              onBlur={() => setOpen(false)}
              onClick={() => setOpen(true)}
              onChange={({ currentTarget: { value } }) => {
                change(value);
                setOpen(true);
              }}
              onCompositionStart={() => setComposing(true)}
              onCompositionEnd={({ currentTarget }) => {
                change(currentTarget.value);
                setSelection(selectionIn(currentTarget));
                setComposing(false);
              }}
            />
          ) : (
            <CompletingInput
              look={look}
              value={draft}
              completions={completionsOf(draft, keys)}
              isOpen={isOpen}
              selection={selection}
              onOpen={setOpen}
              onChange={change}
            />
          )}
        </label>
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
