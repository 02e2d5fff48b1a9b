import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { type ApiDocument, escaped, type HeaderTold } from "./api-document.test-kit.ts";
import { isForbidden } from "./is-forbidden.test-kit.ts";
import type { PlannedRequest } from "./request-arbitrary.test-kit.ts";

/** What is wrong with an answer, by the document; empty = nothing. */
export type JudgeAnswer = (request: PlannedRequest, answer: SeenAnswer) => readonly string[];

export interface SeenAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it says that it is JSON, else text; null = none was read. */
  readonly body: unknown;
}

/** Headers that guard browsers or carry the body, on every answer alike. */
const UNTOLD = [
  "content-type",
  "content-length",
  "content-security-policy",
  "cross-origin-resource-policy",
  "referrer-policy",
  "x-content-type-options",
  "x-frame-options",
  "x-accel-buffering",
];
/** A request that the document allows must not be refused as malformed. */
const MALFORMED = ["invalid_query", "invalid_body", "body_not_json", "unsupported_media_type"];
/** A limit of what is done at the same time is said with 503, and is no fault. */
const LIMIT = /^too_many_/;

export function judgeBy(document: ApiDocument): JudgeAnswer {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  addFormats.default(ajv);
  ajv.addSchema(document.json, "api");
  const faultIn = (pointer: string, value: unknown): string | null => {
    const validate = ajv.getSchema(`api${pointer}`);
    if (validate === undefined) return `there is no schema at ${pointer}`;
    return validate(value) === true ? null : ajv.errorsText(validate.errors);
  };

  return (request, { status, headers, body }) => {
    const { operation, isAllowed } = request;
    const response = operation.responses[String(status)];
    const code = (body as { readonly code?: string } | null)?.code;
    const told = [
      ...(status >= 500 && !LIMIT.test(code ?? "") ? [`a fault: ${String(code)}`] : []),
      ...(isAllowed && MALFORMED.includes(code ?? "")
        ? ["refused though the document allows it"]
        : []),
      ...(status < 300 && isForbidden(request, faultIn)
        ? ["taken though the document forbids it"]
        : []),
    ];
    if (response === undefined) return [...told, `the status ${status} is not declared`];
    return [
      ...told,
      ...headerFaults(response.told.headers ?? {}, headers),
      ...bodyFaults(response, headers, body),
    ];
  };

  function headerFaults(declared: Readonly<Record<string, object>>, headers: Headers): string[] {
    const known = Object.keys(declared).map((name) => name.toLowerCase());
    const strange = [...headers.keys()].filter(
      (name) => !known.includes(name) && !UNTOLD.includes(name),
    );
    const faults = Object.entries(declared).flatMap(([name, ref]) => {
      const { required, schema } = document.resolve(ref) as HeaderTold;
      const text = headers.get(name);
      if (text === null) return required ? [`the header ${name} is missing`] : [];
      const value = schema.type === "integer" && /^\d+$/.test(text) ? Number(text) : text;
      const at = `${(ref as { readonly $ref: string }).$ref}/schema`;
      const fault = faultIn(at, value);
      return fault === null ? [] : [`the header ${name} is "${text}": ${fault}`];
    });
    return [...faults, ...strange.map((name) => `the header ${name} is not declared`)];
  }

  function bodyFaults(
    { told, at }: { readonly told: { readonly content?: object }; readonly at: string },
    headers: Headers,
    body: unknown,
  ): string[] {
    const types = Object.keys(told.content ?? {});
    const type = (headers.get("content-type") ?? "").split(";")[0] ?? "";
    const declared = types.find((one) => one.split(";")[0] === type || one === "*/*");
    if (types.length === 0) return type === "" ? [] : [`a body of ${type} is not declared`];
    if (declared === undefined) return [`a body of "${type}" is not declared`];
    if (!type.endsWith("json")) return [];
    const fault = faultIn(`${at}/content/${escaped(declared)}/schema`, body);
    return fault === null ? [] : [`the body does not fit: ${fault}`];
  }
}
