/** What `odata.metadata=full` adds around every property. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function dateTime(key: string, moment: string): JsonObject {
  return { [`${key}@odata.type`]: "#DateTimeOffset", [key]: moment };
}

export function collection(key: string, values: readonly unknown[], of = "String"): JsonObject {
  return { [`${key}@odata.type`]: `#Collection(${of})`, [key]: values };
}

export function enumeration(key: string, type: string, value: string): JsonObject {
  return { [`${key}@odata.type`]: `#microsoft.graph.${type}`, [key]: value };
}

/** The links of an object; `address` is its place below the service root. */
export function links(type: string, address: string): JsonObject {
  return { "@odata.type": type, "@odata.id": address, "@odata.editLink": address };
}

/** The links that stand before a navigation property. */
export function navigation(key: string, address: string): JsonObject {
  const root = "https://graph.microsoft.com/beta";
  return {
    [`${key}@odata.context`]: `${root}/$metadata#${address.replace(/\('.*?'\)/, "('{id}')")}/${key}`,
    [`${key}@odata.associationLink`]: `${root}/${address}/${key}/$ref`,
    [`${key}@odata.navigationLink`]: `${root}/${address}/${key}`,
  };
}

export function action(name: string, address: string): JsonObject {
  const target = `https://graph.microsoft.com/beta/${address}/microsoft.graph.${name}`;
  return { [`#microsoft.graph.${name}`]: { title: `microsoft.graph.${name}`, target } };
}
