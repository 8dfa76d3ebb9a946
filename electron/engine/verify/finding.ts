/** The first record of one kind that does not hold. */
export interface Finding {
  table: string;
  sequence: number;
  sentence: string;
}

/** One kind of proof: its name, and the first record that fails it. */
export interface Check {
  name: string;
  /** What is proved when there is no finding. */
  proves: string;
  finding: Finding | null;
}
