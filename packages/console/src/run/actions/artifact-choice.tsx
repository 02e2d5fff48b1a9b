import { useState } from "react";
import { message } from "../../messages/message.ts";
import { ChoiceField } from "../../parts/choice-field.tsx";
import { FIELD, LabelledField } from "../../parts/field.tsx";
import type { Candidate } from "./candidates-in.ts";

interface ArtifactChoiceProps {
  readonly candidates: readonly Candidate[];
  readonly value: Candidate | null;
  onChange(value: Candidate | null): void;
}

/** Which artifact proves it: one of those that were found, or one that the person names. */
export function ArtifactChoice({ candidates, value, onChange }: ArtifactChoiceProps) {
  if (candidates.length === 0) return <NamedArtifact onChange={onChange} />;
  const byKey = new Map(candidates.map((candidate) => [keyOf(candidate), candidate]));
  return (
    <ChoiceField
      label={message("action.resolve.candidates")}
      choices={[...byKey].map(([key, { type, id }]) => ({
        value: key,
        label: (
          <>
            {type.replaceAll("_", " ")} <code className="font-mono text-small break-all">{id}</code>
          </>
        ),
      }))}
      value={value === null ? null : keyOf(value)}
      onChange={(key) => onChange(byKey.get(key) ?? null)}
    />
  );
}

function keyOf({ type, id }: Candidate): string {
  return JSON.stringify([type, id]);
}

function NamedArtifact({ onChange }: Pick<ArtifactChoiceProps, "onChange">) {
  const [named, setNamed] = useState<Candidate>({ type: "", id: "" });
  const change = (changes: Partial<Candidate>) => {
    const next = { ...named, ...changes };
    setNamed(next);
    const isWhole = next.type.trim() !== "" && next.id.trim() !== "";
    onChange(isWhole ? { type: next.type.trim(), id: next.id.trim() } : null);
  };
  return (
    <div className="grid grid-cols-2 gap-3">
      {(["type", "id"] as const).map((part) => (
        <LabelledField key={part} label={message(`action.resolve.artifact_${part}`)}>
          {(ids) => (
            <input
              {...ids}
              className={FIELD}
              value={named[part]}
              onChange={(event) => change({ [part]: event.target.value })}
            />
          )}
        </LabelledField>
      ))}
    </div>
  );
}
