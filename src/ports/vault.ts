/** Keeps words from whoever reads a database or a copy of it. */
export interface Vault {
  /** `about` names what the words belong to; sealed words do not open for anything else. */
  seal(words: string, about: string): string;
  /**
   * `current` is false for words sealed with a former key: seal them anew. Throws AppError when the words were changed,
   * belong to something else, or no key fits.
   */
  open(sealed: string, about: string): { readonly words: string; readonly current: boolean };
}
