import type { RunEventJson } from "../present/run-event-json.ts";
import type { TextSink } from "./cli-io.ts";
import { LINE_WIDTH, paint, plainLine, wrapText } from "./terminal-text.ts";

/** One line of a timeline: the moment in UTC, and the sentence beside it. */
export function writeEvent(sink: TextSink, event: RunEventJson): void {
  const moment = `${event.at.slice(0, 10)} ${event.at.slice(11, 19)}`;
  const indent = " ".repeat(moment.length);
  wrapText(plainLine(event.sentence), LINE_WIDTH - moment.length - 2).forEach((line, at) => {
    sink.write(`${at === 0 ? paint(sink, "dim", moment) : indent}  ${line}\n`);
  });
}
