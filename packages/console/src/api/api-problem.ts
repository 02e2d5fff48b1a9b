/** A refusal or a fault as the API tells it (RFC 9457), or as the console found it: nothing answered, or no JSON. */
export interface ApiProblem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly nextActions: readonly string[];
  /** What is wrong with single members of what was sent. */
  readonly errors: readonly SentFault[];
  /** The capability that is missing, where that is why. */
  readonly capability: string | null;
  /** By which support finds the request in the log. */
  readonly requestId: string | null;
}

/** What is wrong with one member of what was sent, or with all of it. */
export interface SentFault {
  /** The member as a JSON pointer, or a parameter's name; null = none is named. */
  readonly place: string | null;
  readonly detail: string;
}

/** Thrown by every request that did not get what it asked for. */
export class ApiProblemError extends Error {
  override readonly name = "ApiProblemError";
  readonly problem: ApiProblem;

  constructor(problem: ApiProblem) {
    super(problem.title);
    this.problem = problem;
  }
}

interface ProblemBody {
  readonly code?: unknown;
  readonly title?: unknown;
  readonly detail?: unknown;
  readonly next_actions?: unknown;
  readonly errors?: unknown;
  readonly capability?: unknown;
  readonly instance?: unknown;
}

/** What an answer with an error status says; a proxy's page in its place is told as one. */
export async function readProblem(answer: Response): Promise<ApiProblem> {
  const said = (await answer.json().catch(() => null)) as ProblemBody | null;
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
  return {
    status: answer.status,
    code: text(said?.code) ?? "unreadable",
    title: text(said?.title) ?? "",
    detail: text(said?.detail) ?? "",
    nextActions: Array.isArray(said?.next_actions)
      ? said.next_actions.filter((step): step is string => typeof step === "string")
      : [],
    errors: Array.isArray(said?.errors) ? said.errors.flatMap(faultsIn) : [],
    capability: text(said?.capability),
    requestId: text(said?.instance) ?? answer.headers.get("x-request-id"),
  };
}

function faultsIn(fault: unknown): readonly SentFault[] {
  if (typeof fault !== "object" || fault === null) return [];
  const { pointer, parameter, detail }: Record<string, unknown> = { ...fault };
  if (typeof detail !== "string") return [];
  const place = [pointer, parameter].find((where) => typeof where === "string" && where !== "");
  return [{ place: typeof place === "string" ? place : null, detail }];
}

/** "/url: This is no address." */
export function wordsOfFault({ place, detail }: SentFault): string {
  return place === null ? detail : `${place}: ${detail}`;
}

/** Whether a fault is of the member at a JSON pointer, or of something in it. */
export function isAt({ place }: SentFault, pointer: string): boolean {
  return place === pointer || place?.startsWith(`${pointer}/`) === true;
}

/** What is wrong with one member, for the field that it was typed into; null = nothing that was told. */
export function faultAt(error: unknown, pointer: string): string | null {
  const told = problemIn(error)
    .errors.filter((fault) => isAt(fault, pointer))
    .map(({ place, detail }) => ({ place: place?.slice(pointer.length + 1) || null, detail }));
  return told.length === 0 ? null : told.map(wordsOfFault).join(" ");
}

/** Nothing was answered: the line is down, or the server is. */
export const UNREACHABLE: ApiProblem = {
  status: 0,
  code: "unreachable",
  title: "",
  detail: "",
  nextActions: [],
  errors: [],
  capability: null,
  requestId: null,
};

/** What to tell of anything that was thrown; what no answer of the API is, is a fault of the screen itself. */
export function problemIn(error: unknown): ApiProblem {
  if (error instanceof ApiProblemError) return error.problem;
  return { ...UNREACHABLE, code: "unexpected" };
}

export function isUnreachable({ code }: ApiProblem): boolean {
  return code === UNREACHABLE.code;
}
