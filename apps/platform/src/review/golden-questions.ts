/** The ten questions that every review must answer, by their numbers. */
export const GOLDEN_QUESTIONS = {
  1: "Which tenant, which moment, which baseline version is this about, and is it the latest review?",
  2: "What exactly was checked and what was not, and why?",
  3: "What differs from the baseline now, worst first?",
  4: "What changed since the last review, and was anything moved or renamed rather than lost?",
  5: "Which protections were weakened?",
  6: "Which deviations are accepted, by whom, until when?",
  7: "Where do two policies contradict each other?",
  8: "Which policies protect nobody?",
  9: "What did our last restore really write, and is the tenant in the intended state now?",
  10: "Can I prove each statement, and did the delivered file change since?",
} as const;

export type GoldenNumber = keyof typeof GOLDEN_QUESTIONS;
