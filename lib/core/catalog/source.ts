/** A fact that names the vendor page it was taken from, so that a reader can check it. */
export interface Sourced {
  /** Address of the vendor page that states the fact. */
  readonly source: string;
}
