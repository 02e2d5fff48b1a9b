import type { z } from "zod";

type Definition = z.core.$ZodTypes["_zod"]["def"];

/** What a schema is made of, as one closed union. */
export function definitionOf(schema: z.core.$ZodType): Definition {
  return (schema as z.ZodType).def as Definition;
}

/** The schema that the text of a request meets first: without what makes it optional, defaulted or transformed. */
export function innermostSchema(schema: z.core.$ZodType): z.core.$ZodType {
  const inner = innerOf(schema);
  return inner === null ? schema : innermostSchema(inner);
}

/** The description of the schema, or of the nearest one inside it that is described. */
export function descriptionOf(schema: z.core.$ZodType): string | undefined {
  const { description } = schema as z.ZodType;
  const inner = innerOf(schema);
  return description ?? (inner === null ? undefined : descriptionOf(inner));
}

function innerOf(schema: z.core.$ZodType): z.core.$ZodType | null {
  const definition = definitionOf(schema);
  if (definition.type === "pipe") return definition.in;
  return "innerType" in definition ? definition.innerType : null;
}
