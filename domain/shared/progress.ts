/** How far a long command of an operator is. */
export interface Progress {
  /** What is being worked through: the name of a file. */
  readonly what: string;
  /** Lines done so far. */
  readonly done: number;
  /** About how many lines there are; 0 when nobody knows. */
  readonly total: number;
  /** What has become of them so far, in a few words. */
  readonly sofar: string;
}
