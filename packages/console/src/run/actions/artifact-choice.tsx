import { useState } from "react";
import { message } from "../../messages/message.ts";
import type { Candidate } from "./candidates-in.ts";

interface ArtifactChoiceProps {
  readonly candidates: readonly Candidate[];
  readonly value: Candidate | null;
  onChange(value: Candidate | null): void;
}

/** Which artifact proves it: one of those that were found, or one that the person names. */
export function ArtifactChoice({ candidates, value, onChange }: ArtifactChoiceProps) {
  return candidates.length === 0 ? (
    <NamedArtifact onChange={onChange} />
  ) : (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-semibold">{message("action.resolve.candidates")}</legend>
      {candidates.map((candidate) => (
        <label key={candidate.id} className="flex items-start gap-2">
          <input
            type="radio"
            name="candidate"
            className="mt-0.5 size-4 shrink-0 accent-accent"
            checked={candidate.id === value?.id && candidate.type === value.type}
            onChange={() => onChange(candidate)}
          />
          <span>
            {candidate.type.replaceAll("_", " ")}{" "}
            <code className="font-mono text-small break-all">{candidate.id}</code>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function NamedArtifact({ onChange }: Pick<ArtifactChoiceProps, "onChange">) {
  const [named, setNamed] = useState<Candidate>({ type: "", id: "" });
  const change = (changes: Partial<Candidate>) => {
    const next = { ...named, ...changes };
    setNamed(next);
    const isWhole = next.type.trim() !== "" && next.id.trim() !== "";
    onChange(isWhole ? { type: next.type.trim(), id: next.id.trim() } : null);
  };
  const look = "min-h-8 w-full rounded-md border border-strong-line bg-card px-2.5 py-1";
  return (
    <div className="grid grid-cols-2 gap-3">
      <label className="flex flex-col gap-1">
        <span className="font-semibold">{message("action.resolve.artifact_type")}</span>
        <input
          className={look}
          value={named.type}
          onChange={(event) => change({ type: event.target.value })}
        />
      </label>
      <label className="flex flex-col gap-1">
        <span className="font-semibold">{message("action.resolve.artifact_id")}</span>
        <input
          className={look}
          value={named.id}
          onChange={(event) => change({ id: event.target.value })}
        />
      </label>
    </div>
  );
}
