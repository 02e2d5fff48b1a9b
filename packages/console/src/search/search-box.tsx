import { Search } from "lucide-react";
import { useId, useState } from "react";
import { message } from "../messages/message.ts";
import type { SearchFault } from "./read-search.ts";
import type { SearchKey } from "./search-key.ts";

interface SearchBoxProps {
  readonly text: string;
  readonly keys: readonly SearchKey[];
  readonly faults: readonly SearchFault[];
  onSearch(text: string): void;
}

/** What is looked for, in the grammar of filters. What is not understood is said below it, and the rest still counts. */
export function SearchBox({ text, keys, faults, onSearch }: SearchBoxProps) {
  const [draft, setDraft] = useState(text);
  const hintId = useId();
  const listId = useId();
  return (
    <search className="relative w-full max-w-md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
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
          <input
            type="search"
            data-shortcut="search"
            value={draft}
            list={listId}
            autoComplete="off"
            spellCheck={false}
            placeholder={message("runs.search.placeholder")}
            aria-describedby={faults.length === 0 ? undefined : hintId}
            aria-invalid={faults.length > 0}
            onChange={(event) => setDraft(event.target.value)}
            className="min-h-8 w-full rounded-md border border-line bg-card py-1 pr-2 pl-8 text-small placeholder:text-soft aria-invalid:border-bad"
          />
        </label>
        <datalist id={listId}>
          {completionsOf(draft, keys).map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      </form>
      {faults.length === 0 ? null : (
        <output id={hintId} className="mt-1 block text-small text-bad">
          <ul>
            {faults.map((fault) => (
              <li key={JSON.stringify(fault)}>{faultWords(fault)}</li>
            ))}
          </ul>
        </output>
      )}
    </search>
  );
}

/** What the last word may become: a filter's name, or one of its values behind what stands there. */
function completionsOf(draft: string, keys: readonly SearchKey[]): readonly string[] {
  const [, before = "", last = ""] = /^(.*?)(\S*)$/s.exec(draft) ?? [];
  const [name = "", value] = last.replace(/^-/, "").split(":", 2);
  const not = last.startsWith("-") ? "-" : "";
  if (value === undefined) {
    return keys
      .filter((key) => key.name.startsWith(name) && name !== "")
      .map((key) => `${before}${not}${key.name}:`);
  }
  const key = keys.find((one) => one.name === name);
  return (key?.values ?? [])
    .filter((one) => one.startsWith(value))
    .map((one) => `${before}${not}${name}:${one}`);
}

function faultWords(fault: SearchFault): string {
  switch (fault.because) {
    case "unknown_key":
      return message("runs.search.unknown_key", { key: fault.key, known: fault.known });
    case "bad_value":
      return message("runs.search.bad_value", {
        key: fault.key,
        value: fault.value,
        allowed: fault.allowed,
      });
    case "no_not":
      return message("runs.search.no_not", { key: fault.key });
    case "twice":
      return message("runs.search.twice", { key: fault.key });
  }
}
