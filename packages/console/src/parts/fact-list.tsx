import type { ReactNode } from "react";

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** Names and values in two columns. A fact without a value is left out. */
export function FactList({
  facts,
  isLong = false,
}: {
  readonly facts: readonly (Fact | null)[];
  /** Values need the whole of a narrow screen: they then stand below their names. */
  readonly isLong?: boolean;
}) {
  return (
    <dl className="grid grid-cols-[minmax(6rem,auto)_1fr] gap-x-4 gap-y-1.5">
      {facts
        .filter((fact) => fact !== null)
        .map(({ name, value }) => (
          <div
            key={name}
            className={`col-span-2 grid grid-cols-subgrid ${isLong ? "max-sm:block" : ""}`}
          >
            <dt className="text-soft">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
