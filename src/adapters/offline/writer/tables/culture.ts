/**
 * Names as one people gives them. Lists are parted by ", ". Given names occur in one culture only and family
 * names too, so that no two draws make the same full name; each culture has twenty of each.
 */
export interface Culture {
  readonly name: string;
  readonly women: string;
  readonly men: string;
  readonly families: string;
  readonly cities: string;
  /** What joins two family names. */
  readonly joiner: "-" | " ";
  /** Nationalities, countries and further places that a brief may name. */
  readonly words: string;
}
