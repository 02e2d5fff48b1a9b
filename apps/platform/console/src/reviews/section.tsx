import type { ReactNode } from "react";
import { Card } from "settled-console/app";
import { text } from "../text.ts";

export const SECTIONS = [
  "verdict",
  "coverage",
  "changes",
  "findings",
  "conflicts",
  "accepted",
  "inventory",
  "restores",
  "evidence",
  "steps",
  "questions",
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** A section of the review under its number, which the contents lead to. */
export function Section({
  name,
  aside,
  children,
}: {
  readonly name: SectionName;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div id={name} className="scroll-mt-28">
      <Card title={text(`review.section.${name}`)} aside={aside}>
        {children}
      </Card>
    </div>
  );
}
