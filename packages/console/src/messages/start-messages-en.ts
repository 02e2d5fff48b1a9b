/** Starting an operation by hand. What its input is called and means comes from the operation's own schema. */
export const START_MESSAGES_EN = {
  "start.do": "Start …",
  "start.title": "Start: {label}",
  "start.detail":
    "It becomes a run, which is shown next. If the same is being done already, that run is shown.",
  "start.confirm": "Start it",
  "start.environment": "Environment",
  "start.environment.whole": "The whole workspace",
  "start.environment.id": "The id of the environment.",
  "start.nothing": "It takes nothing else.",
  "start.input": "Input",
  "start.choose": "Choose …",
  "start.left_out": "Leave it out",
  "start.may_be_left_out": "May be left out.",
  "start.lines": "One on each line.",
  "start.json": "As JSON.",
  "start.fault.needed": "This is needed.",
  "start.fault.no_number": "This is no number.",
  "start.fault.no_integer": "This is no whole number.",
  "start.fault.no_json": "This is no JSON.",
  "start.fault.too_large": "A number is too large here to be sent with all of its digits.",
  "start.elsewhere.detail":
    "It is started on a page of an environment, which asks for what it needs to know.",
  "start.elsewhere.confirm": "Go to that page",
} as const;
